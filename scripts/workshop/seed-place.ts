import type { Seed } from '../../src/model/seed.ts'
import { digest } from '../digest.ts'
import { DiskSeed, type FileSeed } from '../disk-seed.ts'
import type { SeedPlace } from './orders.ts'

/** Where another thread finds a seed that was read from a folder. */
export function seedPlaceOf(seed: Seed | FileSeed): SeedPlace {
  const { path } = seed
  if (!('file' in seed)) throw new TypeError(`${path} is in no file`)
  return { path, file: seed.file, digest: seed instanceof DiskSeed ? seed.digest : digest(seed.bytes) }
}
