import type { PackIndex, StoredResource } from '../../bundle/pack-codec.ts'
import { decodeIndex } from '../../bundle/pack-codec.ts'
import { decodeResource } from '../../bundle/resource-codec.ts'
import { toHex } from '../../model/bytes.ts'
import type { PackKey } from '../../model/pack.ts'
import type { Resource, Stem } from '../../model/resource.ts'
import type { PackStore } from './pack-store.ts'
import { SharedWork, withDeadline } from './shared-work.ts'

/** Ten times what the slowest one in a hundred reads of Workers KV takes. */
export const READ_MILLISECONDS = 3000

/**
 * Reads a pack, and believes it only if its index hashes to its key and it is as long as that says. Rejects with
 * PackUnavailable.
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

/** A pack that a release names and that could not be had, or is not what was stored. */
export class PackUnavailable extends Error {
  override readonly name = 'PackUnavailable'
  readonly pack: PackKey

  constructor(pack: PackKey, options?: ErrorOptions) {
    super('A pack cannot be read', options)
    this.pack = pack
  }
}

/** To hash takes a thousandth of it; whoever does so may go away without a word. */
const MOST_MILLISECONDS = 1000

/**
 * A pack that was read, and whose index is what its key says. A resource is believed only if its bytes hash to what the
 * index says of it: that is seen to when it is first asked for, and then it is decoded, once.
 */
export class LoadedPack {
  readonly #key: PackKey
  readonly #index: PackIndex
  readonly #opened = new Map<Stem, Resource>()
  readonly #opening = new SharedWork<Stem, Resource>(MOST_MILLISECONDS)
  /** What it weighs in memory: all that it holds are views of its bytes. */
  readonly bytes: number

  constructor(key: PackKey, index: PackIndex, bytes: number) {
    this.#key = key
    this.#index = index
    this.bytes = bytes
  }

  /** What it holds under a stem, if anything. Rejects with PackUnavailable where that is not what was stored. */
  async find(stem: Stem): Promise<Resource | undefined> {
    const opened = this.#opened.get(stem)
    if (opened !== undefined) return opened
    const stored = this.#index.find(stem)
    return stored && this.#opening.share(stored.stem, () => this.#open(stored))
  }

  async #open({ stem, bytes, sha256: expected }: StoredResource): Promise<Resource> {
    // Of several who waited for the same in vain, one may have opened it since.
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

/** The SHA-256 of bytes in lower-case hexadecimal. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}
