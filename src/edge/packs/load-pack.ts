import type { PackIndex, StoredResource } from '../../bundle/pack-codec.ts'
import { decodeIndex } from '../../bundle/pack-codec.ts'
import { decodeResource } from '../../bundle/resource-codec.ts'
import { toHex } from '../../model/bytes.ts'
import type { PackKey } from '../../model/pack.ts'
import type { Resource, Stem } from '../../model/resource.ts'
import type { PackStore } from './pack-store.ts'
import { SharedWork, withDeadline } from './shared-work.ts'

/** Ten times the 99th percentile of a Workers KV read. */
export const READ_MILLISECONDS = 3000

/**
 * Reads a pack and verifies it: its index must hash to its key, and its length must be the length that the index gives.
 * Rejects with PackUnavailable.
 */
export async function loadPack(
  store: PackStore,
  key: PackKey,
  milliseconds = READ_MILLISECONDS,
): Promise<LoadedPack> {
  try {
    const bytes = await withDeadline(store.read(key), milliseconds)
    if (bytes === undefined) throw new Error('It is not in the store')
    const index = decodeIndex(bytes)
    if ((await sha256(index.head)) !== key) throw new Error('Its index is not the one that was stored')
    return new LoadedPack(key, index, bytes.length)
  } catch (cause) {
    throw new PackUnavailable(key, { cause })
  }
}

/** A pack of the release cannot be read, or its bytes are not the bytes that were stored. */
export class PackUnavailable extends Error {
  override readonly name = 'PackUnavailable'
  readonly pack: PackKey

  constructor(pack: PackKey, options?: ErrorOptions) {
    super('A pack cannot be read', options)
    this.pack = pack
  }
}

/**
 * A hash takes a thousandth of this. The limit matters when the request that computes the hash is cancelled: its
 * promise then never settles.
 */
const MOST_MILLISECONDS = 1000

/**
 * A pack whose index is verified. Each resource is verified against its hash in the index and decoded when it is first
 * read; the result is kept.
 */
export class LoadedPack {
  readonly #key: PackKey
  readonly #index: PackIndex
  readonly #opened = new Map<Stem, Resource>()
  readonly #opening = new SharedWork<Stem, Resource>(MOST_MILLISECONDS)
  /** Its size in memory: everything in it is a view of its bytes. */
  readonly bytes: number

  constructor(key: PackKey, index: PackIndex, bytes: number) {
    this.#key = key
    this.#index = index
    this.bytes = bytes
  }

  /** Finds the resource of a stem. Undefined if the pack has none. Rejects with PackUnavailable if its bytes are damaged. */
  async find(stem: Stem): Promise<Resource | undefined> {
    const opened = this.#opened.get(stem)
    if (opened !== undefined) return opened
    const stored = this.#index.find(stem)
    return stored && this.#opening.share(stored.stem, () => this.#open(stored))
  }

  async #open({ stem, bytes, sha256: expected }: StoredResource): Promise<Resource> {
    // Another request may have opened it while this one waited.
    const opened = this.#opened.get(stem)
    if (opened !== undefined) return opened
    try {
      if ((await sha256(bytes)) !== toHex(expected)) {
        throw new Error('The bytes of a resource are not those that were stored')
      }
      const resource = decodeResource(stem, bytes)
      this.#opened.set(stem, resource)
      return resource
    } catch (cause) {
      throw new PackUnavailable(this.#key, { cause })
    }
  }
}

/** Computes the SHA-256 of bytes, in lower-case hexadecimal. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}
