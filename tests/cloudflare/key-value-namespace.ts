import { Refusal } from './envelope.ts'

/** What Workers KV takes as one key, one value, one key's metadata, and lists on one page. */
const MOST_KEY_BYTES = 512
const MOST_VALUE_BYTES = 26_214_400
const MOST_METADATA_BYTES = 1024
const MOST_LISTED = 1000
const FEWEST_LISTED = 10

/** What is stored under a key. */
export interface StoredValue {
  readonly bytes: Uint8Array
  readonly metadata?: unknown
}

/** One key of a list. */
export interface ListedKey {
  readonly name: string
  readonly metadata?: unknown
}

/** For how many lists a key that was written is not to be seen. */
export interface Visibility {
  hiddenLists: number
}

/** A namespace of Workers KV. */
export class KeyValueNamespace {
  readonly id: string
  readonly title: string
  readonly #visibility: Visibility
  readonly #values = new Map<string, StoredValue>()
  /** The keys that nobody sees yet, each with how many lists go by until then. */
  readonly #hidden = new Map<string, number>()

  /** A new one is empty. */
  constructor(id: string, title: string, visibility: Visibility) {
    this.id = id
    this.title = title
    this.#visibility = visibility
  }

  /** All that was written, seen by readers or not, in no order. */
  get stored(): ReadonlyMap<string, StoredValue> {
    return this.#values
  }

  /** Writes a value. A key that is new may stay hidden for a while. Throws a Refusal where a limit is passed. */
  put(key: string, value: StoredValue): void {
    assertStorable(key, value)
    if (!this.#values.has(key) && this.#visibility.hiddenLists > 0)
      this.#hidden.set(key, this.#visibility.hiddenLists)
    this.#values.set(key, value)
  }

  /** Takes a key away, whether it is there or not. */
  delete(key: string): void {
    this.#values.delete(key)
    this.#hidden.delete(key)
  }

  /** What a reader is given: nothing for what it cannot see yet. */
  get(key: string): StoredValue | undefined {
    return this.#hidden.has(key) ? undefined : this.#values.get(key)
  }

  /**
   * One page of the keys, in the order of their bytes, and the cursor of the next: none after the last. Throws a Refusal
   * at a limit that Workers KV does not take.
   */
  list(
    prefix: string,
    limit: number,
    cursor: string,
  ): { readonly keys: readonly ListedKey[]; cursor: string } {
    if (!Number.isInteger(limit) || limit < FEWEST_LISTED || limit > MOST_LISTED)
      throw new Refusal(
        400,
        10_028,
        `list keys: 'invalid limit argument: ${FEWEST_LISTED} to ${MOST_LISTED}'`,
      )
    const after = Buffer.from(cursor, 'base64')
    const names = [...this.#values.keys()]
      .filter((name) => name.startsWith(prefix) && !this.#hidden.has(name))
      .filter((name) => cursor === '' || Buffer.compare(Buffer.from(name), after) > 0)
      .sort((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)))
    if (cursor === '') this.#countList()
    const shown = names.slice(0, limit)
    const last = shown.at(-1)
    return {
      keys: shown.map((name) => {
        const metadata = this.#values.get(name)?.metadata
        return metadata === undefined ? { name } : { name, metadata }
      }),
      cursor: last === undefined || shown.length === names.length ? '' : Buffer.from(last).toString('base64'),
    }
  }

  /** Lets everybody see everything. */
  reveal(): void {
    this.#hidden.clear()
  }

  #countList(): void {
    for (const [key, lists] of this.#hidden) {
      if (lists > 1) this.#hidden.set(key, lists - 1)
      else this.#hidden.delete(key)
    }
  }
}

/** Throws a Refusal where Workers KV would not take a key, its value or its metadata. */
export function assertStorable(key: string, { bytes, metadata }: StoredValue): void {
  const keyBytes = Buffer.byteLength(key)
  if (keyBytes === 0 || keyBytes > MOST_KEY_BYTES)
    throw new Refusal(
      414,
      10_033,
      `put: 'UTF-8 encoded length of ${keyBytes} exceeds key length limit of 512'`,
    )
  if (bytes.length > MOST_VALUE_BYTES)
    throw new Refusal(413, 10_024, `put: 'value length of ${bytes.length} exceeds limit of 26214400'`)
  const metadataBytes = metadata === undefined ? 0 : Buffer.byteLength(JSON.stringify(metadata))
  if (metadataBytes > MOST_METADATA_BYTES)
    throw new Refusal(413, 10_024, `put: 'metadata length of ${metadataBytes} exceeds limit of 1024'`)
}
