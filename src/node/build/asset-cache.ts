import { type ParsedAsset, parseAsset } from '../../content/assets/asset-file.ts'
import type { AssetParser } from '../../content/assets/asset-registry.ts'
import type { Seed } from '../../model/seed.ts'
import { digest } from '../files/digest.ts'
import { seedPlaceOf } from '../files/disk-seed.ts'
import { cacheKey } from './cache-keys.ts'
import type { TaskCache } from './task-cache.ts'
import type { AssetPlace, TaskValues } from './tasks.ts'

/** Parses pictures and other media. Each is read once, and cleaned if needed, until its file changes. */
export class AssetCache {
  readonly #cache: TaskCache<TaskValues>
  /** The results of this build, by path. The cache cannot read its own results back before it has written them. */
  readonly #now = new Map<string, ParsedAsset>()

  constructor(cache: TaskCache<TaskValues>) {
    this.#cache = cache
  }

  /** As `parseAsset` does. */
  readonly parse: AssetParser = (seed) => {
    const known = this.#now.get(seed.path)
    if (known) return known
    // If the file is too large, its digest covers only the beginning.
    const key = cacheKey(seed.path, seedPlaceOf(seed).digest, 'size' in seed && seed.size)
    const kept = this.#cache.get('asset', key)
    const parsed = kept ?? parseAsset(seed, digest)
    if (kept === undefined) this.#cache.set('asset', key, parsed)
    this.#now.set(seed.path, parsed)
    return parsed
  }

  /** Describes the files for threads, with the results, so that no thread reads a file again. */
  places(seeds: readonly Seed[]): readonly AssetPlace[] {
    return seeds.map((seed) => ({ ...seedPlaceOf(seed), parsed: this.parse(seed) }))
  }

  /** Ends a build. In the next one, the file of a path may have changed. */
  clear(): void {
    this.#now.clear()
  }
}
