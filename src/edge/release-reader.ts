import { PackFinder } from '../bundle/find-pack.ts'
import type { Instant } from '../model/instant.ts'
import type { PackContents } from '../model/pack.ts'
import type { Release } from '../model/release.ts'
import type { Resource, Stem } from '../model/resource.ts'
import { loadPack } from './load-pack.ts'
import { logFailure } from './log-failure.ts'
import { PackCache } from './pack-cache.ts'
import type { PackStore } from './pack-store.ts'

/** Finds the resources of one release. */
export class ReleaseReader {
  readonly #release: Release
  readonly #store: PackStore
  readonly #cache: PackCache
  readonly #packs: PackFinder
  #hot: PackContents | undefined

  constructor(release: Release, store: PackStore) {
    this.#release = release
    this.#store = store
    this.#cache = new PackCache(store)
    this.#packs = new PackFinder(release)
  }

  /** What the stem names at a moment, if anything. Rejects with PackUnavailable where that cannot be told. */
  async find(stem: Stem, now: Instant): Promise<Resource | undefined> {
    const hot = await this.#findHot(stem, now)
    if (hot !== undefined) return hot
    const contents = await this.#cache.read(this.#packs.find(stem, now))
    return contents.get(stem)
  }

  /** The next moment at which the publication changes by itself, if there is one. */
  nextChange(now: Instant): Instant | undefined {
    return this.#release.timeline.find(({ from }) => from > now)?.from
  }

  async #findHot(stem: Stem, now: Instant): Promise<Resource | undefined> {
    const until = this.#release.hotUntil.get(stem)
    if (until !== undefined && until <= now) return undefined
    try {
      this.#hot ??= (await loadPack(this.#store, this.#release.hotPack)).contents
      return this.#hot.get(stem)
    } catch (error) {
      // All that is hot is in the other packs too.
      logFailure(error, stem)
      return undefined
    }
  }
}
