import type { PackContents, PackKey } from '../model/pack.ts'
import { type LoadedPack, loadPack, PackUnavailable, READ_MILLISECONDS } from './load-pack.ts'
import type { PackStore } from './pack-store.ts'
import { withDeadline } from './with-deadline.ts'

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
  readonly #loading = new Map<PackKey, Promise<LoadedPack>>()
  #bytes = 0

  constructor(store: PackStore, settings: PackCacheSettings = {}) {
    this.#store = store
    this.#mostBytes = settings.mostBytes ?? MOST_BYTES
    this.#milliseconds = settings.milliseconds ?? READ_MILLISECONDS
  }

  /** How many bytes of packs it holds. */
  get bytes(): number {
    return this.#bytes
  }

  /** What a pack holds. Rejects with PackUnavailable. */
  async read(key: PackKey): Promise<PackContents> {
    const loaded = this.#loaded.get(key) ?? (await this.#load(key))
    this.#keep(key, loaded)
    return loaded.contents
  }

  /**
   * Shares the read of another request, if there is one. Where that fails, or was dropped without a word because its
   * client went away, there is one more, which all who waited share again: two reads at most, however many want the pack.
   */
  async #load(key: PackKey): Promise<LoadedPack> {
    const others = this.#loading.get(key)
    if (others !== undefined) {
      const loaded = await withDeadline(others, this.#milliseconds).catch(() => undefined)
      if (loaded !== undefined) return loaded
      if (this.#loading.get(key) === others) this.#loading.delete(key)
    }
    try {
      return await withDeadline(this.#loading.get(key) ?? this.#begin(key), this.#milliseconds)
    } catch (cause) {
      throw cause instanceof PackUnavailable ? cause : new PackUnavailable(key, { cause })
    }
  }

  #begin(key: PackKey): Promise<LoadedPack> {
    const loading = loadPack(this.#store, key, this.#milliseconds).finally(() => {
      if (this.#loading.get(key) === loading) this.#loading.delete(key)
    })
    this.#loading.set(key, loading)
    return loading
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
