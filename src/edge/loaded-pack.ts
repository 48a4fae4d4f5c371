import type { PackIndex, StoredResource } from '../bundle/pack-codec.ts'
import { decodeResource } from '../bundle/resource-codec.ts'
import { toHex } from '../model/hex.ts'
import type { PackKey } from '../model/pack.ts'
import type { Resource, Stem } from '../model/resource.ts'
import { PackUnavailable } from './pack-unavailable.ts'
import { sha256 } from './sha256.ts'
import { SharedWork } from './shared-work.ts'

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
