import { seedKind } from '../../content/source/seed-kind.ts'
import { mostBytes } from '../../content/source/seed-size.ts'
import type { Seed } from '../../model/seed.ts'
import { UsageError } from '../cli/command-line.ts'
import { digest } from './digest.ts'
import { readRegularFile } from './read-regular-file.ts'

/** A seed that lies in a file. Its path may be written otherwise than the file's: macOS takes accents apart. */
export interface FileSeed extends Seed {
  /** Its real path. */
  readonly file: string
}

/**
 * A seed that is read whenever it is asked for its bytes, so that no build need hold all of them. Its bytes are those that
 * it was found with, or a UsageError: a build is of the folder as it was at one moment.
 */
export class DiskSeed implements FileSeed {
  readonly path: string
  readonly file: string
  /** The SHA-256 of its bytes; where it is too large to be published, of those that were read. */
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

/** One that is too large to be published, of which the beginning is read. */
export class LargeDiskSeed extends DiskSeed {
  readonly size: number

  constructor({ size, ...place }: Pick<LargeDiskSeed, 'path' | 'file' | 'digest' | 'size'>) {
    super(place)
    this.size = size
  }
}

/** A seed as another thread can read it. */
export interface SeedPlace {
  readonly path: string
  /** Its real path. */
  readonly file: string
  /** The SHA-256 that its bytes had when the folder was read. */
  readonly digest: string
  /** How many there are, where that is too many to be published, and only the beginning was read. */
  readonly size?: number
}

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
