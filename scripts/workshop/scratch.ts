import type { KeptBytes } from '../../src/model/kept-bytes.ts'
import { believeKept, decodeKept } from './believe-kept.ts'
import type { KeptFile, KeptReader } from './kept-file.ts'

/** How many values are held in memory: 20 MB or so of articles. */
const HELD = 1500

/** Values that one thread puts aside and takes again, once each. Those that are many lie in a file. */
export class Scratch<V> {
  readonly #file: KeptFile
  readonly #reader: KeptReader
  readonly #held = new Map<string, V>()
  readonly #kept = new Map<string, KeptBytes>()

  constructor(file: KeptFile, reader: KeptReader) {
    this.#file = file
    this.#reader = reader
  }

  put(name: string, value: V): void {
    if (this.#held.size < HELD) this.#held.set(name, value)
    else this.#kept.set(name, this.#file.keep(new TextEncoder().encode(JSON.stringify(value))))
  }

  /** The value that was put under this name last, if it was not taken since. */
  take(name: string): V | undefined {
    const held = this.#held.get(name)
    this.#held.delete(name)
    if (held !== undefined) return held
    const kept = this.#kept.get(name)
    this.#kept.delete(name)
    if (kept === undefined) return undefined
    this.#file.flush()
    return believeKept<V>(decodeKept(this.#reader.read(kept)))
  }
}
