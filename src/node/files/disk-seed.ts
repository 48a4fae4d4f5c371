import { seedKind } from '../../content/source/seed-kind.ts'
import { mostBytes } from '../../content/source/seed-size.ts'
import type { Seed } from '../../model/seed.ts'
import { UsageError } from '../cli/command-line.ts'
import { digest } from './digest.ts'
import { readRegularFile } from './read-regular-file.ts'

/** A seed in a file. Its path may be spelled unlike the file's, because macOS decomposes accented letters. */
export interface FileSeed extends Seed {
  /** Its real path. */
  readonly file: string
}

/**
 * A seed that reads its file each time its bytes are needed, so that a build does not hold all files in memory. The bytes
 * are those of when the folder was read. If they have changed since, reading them throws a UsageError: a build shows the
 * folder at one moment.
 */
export class DiskSeed implements FileSeed {
  readonly path: string
  readonly file: string
  /** The SHA-256 of its bytes. If it is too large to publish, only of those that were read. */
  readonly digest: string

  constructor({ path, file, digest }: Pick<DiskSeed, 'path' | 'file' | 'digest'>) {
    this.path = path
    this.file = file
    this.digest = digest
  }

  get bytes(): Uint8Array {
    const bytes = this.#read()
    if (bytes === undefined || digest(bytes) !== this.digest) {
      throw new UsageError(`${this.path} was changed while it was read. Build again`)
    }
    return bytes
  }

  #read(): Uint8Array | undefined {
    try {
      return readRegularFile(this.file, mostBytes(seedKind(this.path))).bytes
    } catch {
      return undefined
    }
  }
}

/** A file that is too large to publish. Only its beginning is read. */
export class LargeDiskSeed extends DiskSeed {
  readonly size: number

  constructor({ size, ...place }: Pick<LargeDiskSeed, 'path' | 'file' | 'digest' | 'size'>) {
    super(place)
    this.size = size
  }
}

/** Where another thread finds the file of a seed. */
export interface SeedPlace {
  readonly path: string
  /** Its real path. */
  readonly file: string
  /** The SHA-256 that its bytes had when the folder was read. */
  readonly digest: string
  /** The size in bytes, if that is too large to publish and only the beginning was read. */
  readonly size?: number
}

/** Describes a seed so that another thread can read it. */
export function seedPlaceOf(seed: Seed | FileSeed): SeedPlace {
  const { path } = seed
  if (!('file' in seed)) throw new TypeError(`${path} is in no file`)
  return {
    ...{ path, file: seed.file, digest: seed instanceof DiskSeed ? seed.digest : digest(seed.bytes) },
    ...('size' in seed && typeof seed.size === 'number' && { size: seed.size }),
  }
}

/** Makes a seed from its place. Its file is read when its bytes are needed. */
export function seedAt({ size, ...place }: SeedPlace): DiskSeed | LargeDiskSeed {
  return size === undefined ? new DiskSeed(place) : new LargeDiskSeed({ ...place, size })
}
