import { continuedFrom } from '../../bundle/continuation.ts'
import { continuationStem } from '../../model/addresses.ts'
import { type Instant, laterOf } from '../../model/instant.ts'
import type { Release } from '../../model/release.ts'
import type { Resource, Stem, Version } from '../../model/resource.ts'
import type { LoadedPack } from './load-pack.ts'
import { loadPack } from './load-pack.ts'
import { logFailure } from './log-failure.ts'
import { PackCache } from './pack-cache.ts'
import type { PackStore } from './pack-store.ts'

/** What a stem shows at a moment. */
export interface Shown {
  readonly shows: Version['shows']
  /** When the lists of articles last changed: at the publication, or at a planned change since then. */
  readonly changed: Instant
  /** The next planned change, if any. */
  readonly nextChange?: Instant
}

/** Finds the resources of a release. */
export class ReleaseReader {
  readonly #release: Release
  readonly #store: PackStore
  readonly #cache: PackCache
  #hot: LoadedPack | undefined

  constructor(release: Release, store: PackStore) {
    this.#release = release
    this.#store = store
    this.#cache = new PackCache(store)
  }

  /** Finds what a stem shows at a moment. Undefined if it shows nothing. Rejects with PackUnavailable. */
  async find(stem: Stem, now: Instant): Promise<Shown | undefined> {
    const resource = (await this.#findHot(stem, now)) ?? (await this.#findStored(stem, now))
    const version = resource?.versions.findLast(({ from }) => from <= now)
    if (resource === undefined || version === undefined) return undefined
    const moments = [...resource.versions.map(({ from }) => from), ...resource.later]
    const nextChange = moments.find((from) => from > now)
    return {
      shows: version.shows,
      changed: laterOf(this.#release.changed, version.from),
      ...(nextChange !== undefined && { nextChange }),
    }
  }

  /** The next moment at which the publication changes without a deployment, if any. */
  nextChange(now: Instant): Instant | undefined {
    return this.#release.moments.find((moment) => moment > now)
  }

  async #findStored(stem: Stem, now: Instant): Promise<Resource | undefined> {
    const resource = await this.#read(stem)
    const from = resource && continuedFrom(resource, now)
    return from === undefined ? resource : this.#read(continuationStem(stem, from))
  }

  async #read(stem: Stem): Promise<Resource | undefined> {
    const pack = this.#release.packs.find(stem)
    return pack && this.#cache.find(pack, stem)
  }

  /** Reads the embedded copy, until it proves damaged. */
  async #findHot(stem: Stem, now: Instant): Promise<Resource | undefined> {
    try {
      this.#hot ??= await loadPack(this.#store, this.#release.hotPack)
      const copy = await this.#hot.find(stem)
      return copy && continuedFrom(copy, now) === undefined ? copy : undefined
    } catch (error) {
      // The other packs hold all hot resources too.
      this.#hot = undefined
      logFailure(error, stem)
      return undefined
    }
  }
}
