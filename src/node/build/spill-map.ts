import type { BlobRef } from '../../model/blob.ts'
import type { BlobFile, BlobReader } from './blob-file.ts'
import { decodeStored, trustStored } from './trusted-json.ts'

/** How many values are held in memory: 20 MB or so of articles. */
const HELD = 1500

/** Values that one thread puts aside and takes again, once each. Those that are many lie in a file. */
export class SpillMap<V> {
  readonly #file: BlobFile
  readonly #reader: BlobReader
  readonly #held = new Map<string, V>()
  readonly #spilled = new Map<string, BlobRef>()

  constructor(file: BlobFile, reader: BlobReader) {
    this.#file = file
    this.#reader = reader
  }

  put(name: string, value: V): void {
    if (this.#held.size < HELD) this.#held.set(name, value)
    else this.#spilled.set(name, this.#file.append(new TextEncoder().encode(JSON.stringify(value))))
  }

  /** The value that was put under this name last, if it was not taken since. */
  take(name: string): V | undefined {
    const held = this.#held.get(name)
    this.#held.delete(name)
    if (held !== undefined) return held
    const kept = this.#spilled.get(name)
    this.#spilled.delete(name)
    if (kept === undefined) return undefined
    this.#file.flush()
    return trustStored<V>(decodeStored(this.#reader.read(kept)))
  }
}
