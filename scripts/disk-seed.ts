import { readFileSync } from 'node:fs'
import type { Seed } from '../src/model/seed.ts'
import { UsageError } from './command-line.ts'
import { digest } from './digest.ts'

/** A seed that lies in a file. Its path may be written otherwise than the file's: macOS takes accents apart. */
export interface FileSeed extends Seed {
  /** Where it is for this process. */
  readonly file: string
}

/**
 * A seed that is read whenever it is asked for its bytes, so that no build need hold all of them. Its bytes are those that
 * it was found with, or a UsageError: a build is of the folder as it was at one moment.
 */
export class DiskSeed implements FileSeed {
  readonly path: string
  readonly file: string
  /** The SHA-256 of its bytes. */
  readonly digest: string

  constructor(path: string, file: string, digest: string) {
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
      return readFileSync(this.file)
    } catch {
      return undefined
    }
  }
}
