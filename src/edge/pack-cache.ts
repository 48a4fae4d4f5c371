import type { PackContents, PackKey } from '../model/pack.ts'
import { type LoadedPack, loadPack, READ_MILLISECONDS } from './load-pack.ts'
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
    const loaded = this.#loaded.get(key) ?? (await this.#join(key)) ?? (await this.#load(key))
    this.#keep(key, loaded)
    return loaded.contents
  }

  /**
   * Waits for the read of another request, if there is one. When that request's client goes away the runtime drops its
   * read without a word: then this gives undefined, and the next to ask reads for itself.
   */
  async #join(key: PackKey): Promise<LoadedPack | undefined> {
    const loading = this.#loading.get(key)
    if (loading === undefined) return undefined
    const settled = loading.then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    )
    const outcome = await withDeadline(settled, this.#milliseconds).catch(() => undefined)
    if (outcome === undefined) {
      if (this.#loading.get(key) === loading) this.#loading.delete(key)
      return undefined
    }
    if ('error' in outcome) throw outcome.error
    return outcome.value
  }

  async #load(key: PackKey): Promise<LoadedPack> {
    const loading = loadPack(this.#store, key, this.#milliseconds)
    this.#loading.set(key, loading)
    try {
      return await loading
    } finally {
      if (this.#loading.get(key) === loading) this.#loading.delete(key)
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
