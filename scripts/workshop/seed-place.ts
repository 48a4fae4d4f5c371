import type { Seed } from '../../src/model/seed.ts'
import { digest } from '../digest.ts'
import { DiskSeed, type FileSeed, LargeDiskSeed } from '../disk-seed.ts'
import type { SeedPlace } from './orders.ts'

/** Where another thread finds a seed that was read from a folder. */
export function seedPlaceOf(seed: Seed | FileSeed): SeedPlace {
  const { path } = seed
  if (!('file' in seed)) throw new TypeError(`${path} is in no file`)
  return {
    ...{ path, file: seed.file, digest: seed instanceof DiskSeed ? seed.digest : digest(seed.bytes) },
    ...('size' in seed && typeof seed.size === 'number' && { size: seed.size }),
  }
}

/** A seed by its place: read where it is asked for its bytes. */
export function seedAt({ size, ...place }: SeedPlace): DiskSeed | LargeDiskSeed {
  return size === undefined ? new DiskSeed(place) : new LargeDiskSeed({ ...place, size })
}
