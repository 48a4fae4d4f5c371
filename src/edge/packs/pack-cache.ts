import type { PackKey } from '../../model/pack.ts'
import type { Resource, Stem } from '../../model/resource.ts'
import type { LoadedPack } from './load-pack.ts'
import { loadPack, PackUnavailable, READ_MILLISECONDS } from './load-pack.ts'
import type { PackStore } from './pack-store.ts'
import { SharedWork } from './shared-work.ts'

/** What an isolate of 128 MB can spare beside the hot pack, the code and the requests under way. */
const MOST_BYTES = 24 * 1024 * 1024

/** How much a cache keeps and how long it waits, where that is not the default. */
export interface PackCacheSettings {
  readonly mostBytes?: number
  readonly milliseconds?: number
}

/**
 * Keeps the packs that were used last in the isolate's memory, up to a bound of bytes. Requests that want the same pack
 * at the same time share one read.
 */
export class PackCache {
  readonly #store: PackStore
  readonly #mostBytes: number
  readonly #milliseconds: number
  /** The least recently used first. */
  readonly #loaded = new Map<PackKey, LoadedPack>()
  readonly #loading: SharedWork<PackKey, LoadedPack>
  #bytes = 0

  constructor(store: PackStore, settings: PackCacheSettings = {}) {
    this.#store = store
    this.#mostBytes = settings.mostBytes ?? MOST_BYTES
    this.#milliseconds = settings.milliseconds ?? READ_MILLISECONDS
    this.#loading = new SharedWork(this.#milliseconds)
  }

  /** How many bytes of packs it holds. */
  get bytes(): number {
    return this.#bytes
  }

  /**
   * What a pack holds under a stem, if anything. Rejects with PackUnavailable. A pack of which anything is not what was
   * stored is not kept: whoever comes next has it read anew.
   */
  async find(key: PackKey, stem: Stem): Promise<Resource | undefined> {
    const loaded = this.#loaded.get(key) ?? (await this.#load(key))
    this.#keep(key, loaded)
    try {
      return await loaded.find(stem)
    } catch (cause) {
      if (this.#loaded.get(key) === loaded) this.#forget(key, loaded)
      throw unavailable(key, cause)
    }
  }

  async #load(key: PackKey): Promise<LoadedPack> {
    try {
      return await this.#loading.share(key, async () => {
        // Of several who waited for the same in vain, one may have loaded it since.
        return this.#loaded.get(key) ?? loadPack(this.#store, key, this.#milliseconds)
      })
    } catch (cause) {
      throw unavailable(key, cause)
    }
  }

  /** Makes a pack the most recently used one, and lets go of the others until the bound holds. */
  #keep(key: PackKey, loaded: LoadedPack): void {
    const known = this.#loaded.get(key)
    if (known !== undefined) this.#forget(key, known)
    if (loaded.bytes > this.#mostBytes) return
    this.#loaded.set(key, loaded)
    this.#bytes += loaded.bytes
    for (const [oldest, each] of this.#loaded) {
      if (this.#bytes <= this.#mostBytes) return
      this.#forget(oldest, each)
    }
  }

  #forget(key: PackKey, loaded: LoadedPack): void {
    this.#loaded.delete(key)
    this.#bytes -= loaded.bytes
  }
}

function unavailable(key: PackKey, cause: unknown): PackUnavailable {
  return cause instanceof PackUnavailable ? cause : new PackUnavailable(key, { cause })
}
