import { type ParsedAsset, parseAsset } from '../../src/content/asset.ts'
import type { AssetParser } from '../../src/content/asset-shelf.ts'
import type { Seed } from '../../src/model/seed.ts'
import { digest } from '../digest.ts'
import type { AssetPlace } from './orders.ts'
import { seedPlaceOf } from './seed-place.ts'
import type { WorkCache } from './work-cache.ts'
import { workKey } from './work-keys.ts'
import type { WorkValues } from './work-values.ts'

/** What came of pictures and other media: each is read, and cleaned where it has to be, once as long as it is not changed. */
export class AssetMemory {
  readonly #cache: WorkCache<WorkValues>
  /** What one build has asked for, by path: what the cache was told is not read back before it is written. */
  readonly #now = new Map<string, ParsedAsset>()

  constructor(cache: WorkCache<WorkValues>) {
    this.#cache = cache
  }

  /** As `parseAsset` does. */
  readonly parse: AssetParser = (seed) => {
    const known = this.#now.get(seed.path)
    if (known) return known
    // Of a file that is too large, the digest is of its beginning alone.
    const key = workKey(seed.path, seedPlaceOf(seed).digest, 'size' in seed && seed.size)
    const kept = this.#cache.get('asset', key)
    const parsed = kept ?? parseAsset(seed, digest)
    if (kept === undefined) this.#cache.set('asset', key, parsed)
    this.#now.set(seed.path, parsed)
    return parsed
  }

  /** Files as threads are told of them: none of them need read one again. */
  places(seeds: readonly Seed[]): readonly AssetPlace[] {
    return seeds.map((seed) => ({ ...seedPlaceOf(seed), parsed: this.parse(seed) }))
  }

  /** Ends a build: in the next one, a file of the same path may be another. */
  clear(): void {
    this.#now.clear()
  }
}
