import { PackFinder } from '../bundle/find-pack.ts'
import { decodePack } from '../bundle/pack-codec.ts'
import type { Instant } from '../model/instant.ts'
import type { PackContents, PackKey } from '../model/pack.ts'
import type { Release } from '../model/release.ts'
import type { Resource, Stem } from '../model/resource.ts'
import type { PackStore } from './pack-store.ts'

/** A pack that the release names and the store does not have, or not as it was written. */
export class PackUnavailable extends Error {
  override readonly name = 'PackUnavailable'
  readonly pack: PackKey

  constructor(pack: PackKey, options?: ErrorOptions) {
    super(`The pack ${pack} cannot be read`, options)
    this.pack = pack
  }
}

/** Finds the resources of one release. */
export class ReleaseReader {
  readonly #release: Release
  readonly #store: PackStore
  readonly #packs: PackFinder
  #hot: PackContents | undefined

  constructor(release: Release, store: PackStore) {
    this.#release = release
    this.#store = store
    this.#packs = new PackFinder(release)
  }

  /** What the stem names at a moment, if anything. Rejects with PackUnavailable where that cannot be told. */
  async find(stem: Stem, now: Instant): Promise<Resource | undefined> {
    const hot = await this.#findHot(stem, now)
    if (hot !== undefined) return hot
    const contents = await this.#read(this.#packs.find(stem, now))
    return contents.get(stem)
  }

  async #findHot(stem: Stem, now: Instant): Promise<Resource | undefined> {
    this.#hot ??= await this.#read(this.#release.hotPack)
    const until = this.#release.hotUntil.get(stem)
    return until !== undefined && until <= now ? undefined : this.#hot.get(stem)
  }

  async #read(key: PackKey): Promise<PackContents> {
    try {
      const bytes = await this.#store.read(key)
      if (bytes !== undefined) return decodePack(bytes)
    } catch (cause) {
      throw new PackUnavailable(key, { cause })
    }
    throw new PackUnavailable(key)
  }
}
