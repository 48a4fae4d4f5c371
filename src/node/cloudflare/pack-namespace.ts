import { z } from 'zod'
import { isWholePack } from '../../bundle/verify-pack.ts'
import type { PackKey } from '../../model/pack.ts'
import { isPackKey } from '../../model/pack.ts'
import { digest } from '../files/digest.ts'
import type { Account } from './account.ts'
import { askApi, isNotFound } from './ask-api.ts'

/** What the API gives at most in one page of keys. */
const PAGE = 1000

const metadataSchema = z.object({ stored: z.iso.datetime() })
const bulkSchema = z.object({
  successful_key_count: z.number().optional(),
  unsuccessful_keys: z.array(z.string()).optional(),
})

/** A pack that is to be stored. */
export interface PackFile {
  readonly key: PackKey
  readonly bytes: Uint8Array
}

/** A pack that is stored. */
export interface StoredPack {
  readonly key: PackKey
  /** When it was put there, in milliseconds, where that is known. */
  readonly stored?: number
}

/** The key-value namespace in which the packs of a Worker are. Every method rejects with a UsageError where Cloudflare refuses. */
export class PackNamespace {
  readonly #account: Account
  readonly #id: string

  constructor(account: Account, id: string) {
    this.#account = account
    this.#id = id
  }

  get id(): string {
    return this.#id
  }

  /** All packs that it has. Other keys that somebody keeps there are not ours to know. */
  async list(): Promise<readonly StoredPack[]> {
    const { client, id } = this.#account
    const packs: StoredPack[] = []
    const listing = (async () => {
      for await (const { name, metadata } of client.kv.namespaces.keys.list(this.#id, {
        account_id: id,
        limit: PAGE,
      })) {
        const stored = metadataSchema.safeParse(metadata).data?.stored
        if (isPackKey(name)) packs.push({ key: name, ...(stored && { stored: Date.parse(stored) }) })
      }
    })()
    await askApi('list the packs that are stored', listing)
    return packs
  }

  /** Stores packs in one request, as of a moment. Resolves to the keys that the service could not store. */
  async write(packs: readonly PackFile[], stored: string): Promise<readonly PackKey[]> {
    const body = packs.map(({ key, bytes }) => ({
      key,
      value: Buffer.from(bytes).toString('base64'),
      base64: true,
      metadata: { stored },
    }))
    const { client, id } = this.#account
    const writing = client.kv.namespaces.bulkUpdate(this.#id, { account_id: id, body })
    return failedKeys(await askApi('store packs', writing))
  }

  /** The bytes of a pack as they are stored; nothing where it is not. */
  read(key: PackKey): Promise<Uint8Array | undefined> {
    return this.#get(key)
  }

  async #get(key: string): Promise<Uint8Array | undefined> {
    const { client, id } = this.#account
    const reading = client.kv.namespaces.values.get(key, { account_id: id, namespace_id: this.#id })
    const response = await askApi(
      'read a pack',
      reading.catch((cause: unknown) => (isNotFound(cause) ? undefined : Promise.reject(cause))),
    )
    return response && new Uint8Array(await response.arrayBuffer())
  }

  /** A short text that is kept under a name beside the packs; nothing where there is none. */
  async readNote(name: string): Promise<string | undefined> {
    const bytes = await this.#get(name)
    return bytes && new TextDecoder().decode(bytes)
  }

  /** Keeps a short text under a name that no pack can have. */
  async writeNote(name: string, text: string): Promise<void> {
    const { client, id } = this.#account
    const writing = client.kv.namespaces.bulkUpdate(this.#id, {
      account_id: id,
      body: [{ key: name, value: text }],
    })
    await askApi('store a note', writing)
  }

  /** Whether a pack is stored just as it is. */
  async holds(key: PackKey): Promise<boolean> {
    const bytes = await this.read(key)
    return bytes !== undefined && isWholePack({ key, bytes }, digest)
  }

  /** Deletes packs in one request. Resolves to the keys that the service could not delete. */
  async delete(keys: readonly PackKey[]): Promise<readonly PackKey[]> {
    const { client, id } = this.#account
    const deleting = client.kv.namespaces.bulkDelete(this.#id, { account_id: id, body: [...keys] })
    return failedKeys(await askApi('delete packs', deleting))
  }
}

function failedKeys(result: unknown): readonly PackKey[] {
  return (bulkSchema.safeParse(result).data?.unsuccessful_keys ?? []).filter(isPackKey)
}
