import { seedKind } from '../src/content/seed-kind.ts'
import { mostBytes } from '../src/content/seed-size.ts'
import type { Seed } from '../src/model/seed.ts'
import { UsageError } from './command-line.ts'
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
