import { readFileSync } from 'node:fs'
import type { Seed } from '../src/model/seed.ts'

/** A seed that lies in a file. Its path may be written otherwise than the file's: macOS takes accents apart. */
export interface FileSeed extends Seed {
  /** Where it is for this process. */
  readonly file: string
}

/** A seed that is read whenever it is asked for its bytes, so that no build need hold all of them. */
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
    return readFileSync(this.file)
  }
}
