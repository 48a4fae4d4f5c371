import type { PackKey } from '../../model/pack.ts'
import type { Resource, Stem } from '../../model/resource.ts'
import type { LoadedPack } from './load-pack.ts'
import { loadPack, PackUnavailable, READ_MILLISECONDS } from './load-pack.ts'
import type { PackStore } from './pack-store.ts'
import { SharedWork } from './shared-work.ts'

/** What an isolate of 128 MB can spare beside the hot pack, the code and the open requests. */
const MOST_BYTES = 24 * 1024 * 1024

/** Limits of a cache that differ from the default. */
export interface PackCacheSettings {
  readonly mostBytes?: number
  readonly milliseconds?: number
}

/**
 * Keeps the most recently used packs in the isolate's memory, up to a number of bytes. Simultaneous requests for one
 * pack share one read.
 */
export class PackCache {
  readonly #store: PackStore
  readonly #mostBytes: number
  readonly #milliseconds: number
  /** Ordered from the least to the most recently used. */
  readonly #loaded = new Map<PackKey, LoadedPack>()
  readonly #loading: SharedWork<PackKey, LoadedPack>
  #bytes = 0

  constructor(store: PackStore, settings: PackCacheSettings = {}) {
    this.#store = store
    this.#mostBytes = settings.mostBytes ?? MOST_BYTES
    this.#milliseconds = settings.milliseconds ?? READ_MILLISECONDS
    this.#loading = new SharedWork(this.#milliseconds)
  }

  /** The bytes of all cached packs. */
  get bytes(): number {
    return this.#bytes
  }

  /**
   * Finds the resource of a stem in a pack. Undefined if the pack has none. Rejects with PackUnavailable. A damaged
   * pack is not kept: the next request reads it again.
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
        // Another request may have loaded it while this one waited.
        return this.#loaded.get(key) ?? loadPack(this.#store, key, this.#milliseconds)
      })
    } catch (cause) {
      throw unavailable(key, cause)
    }
  }

  /** Marks a pack as the most recently used, and drops the least recently used ones until the rest fits. */
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
