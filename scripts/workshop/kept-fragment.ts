import type { KeptBytes } from '../../src/model/kept-bytes.ts'
import type { Fragment } from '../../src/model/rendition.ts'
import type { KeptReader } from './kept-file.ts'

/** A fragment whose text is read when it is asked for. What is sent to another thread is only where that is. */
export class KeptFragment implements Fragment {
  readonly kept: KeptBytes
  readonly isEntry: boolean
  readonly #reader: KeptReader

  constructor(kept: KeptBytes, isEntry: boolean, reader: KeptReader) {
    this.kept = kept
    this.isEntry = isEntry
    this.#reader = reader
  }

  get text(): string {
    return new TextDecoder().decode(this.#reader.read(this.kept))
  }
}
