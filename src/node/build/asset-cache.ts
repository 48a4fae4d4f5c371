import { type ParsedAsset, parseAsset } from '../../content/assets/asset-file.ts'
import type { AssetParser } from '../../content/assets/asset-registry.ts'
import type { Seed } from '../../model/seed.ts'
import { digest } from '../files/digest.ts'
import { seedPlaceOf } from '../files/disk-seed.ts'
import { cacheKey } from './cache-keys.ts'
import type { TaskCache } from './task-cache.ts'
import type { AssetPlace, TaskValues } from './tasks.ts'

/** What came of pictures and other media: each is read, and cleaned where it has to be, once as long as it is not changed. */
export class AssetCache {
  readonly #cache: TaskCache<TaskValues>
  /** What one build has asked for, by path: what the cache was told is not read back before it is written. */
  readonly #now = new Map<string, ParsedAsset>()

  constructor(cache: TaskCache<TaskValues>) {
    this.#cache = cache
  }

  /** As `parseAsset` does. */
  readonly parse: AssetParser = (seed) => {
    const known = this.#now.get(seed.path)
    if (known) return known
    // Of a file that is too large, the digest is of its beginning alone.
    const key = cacheKey(seed.path, seedPlaceOf(seed).digest, 'size' in seed && seed.size)
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
