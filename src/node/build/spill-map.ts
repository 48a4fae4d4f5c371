import type { BlobRef } from '../../model/blob.ts'
import type { BlobFile, BlobReader } from './blob-file.ts'
import { decodeStored, trustStored } from './trusted-json.ts'

/** How many values stay in memory: about 20 MB of articles. */
const HELD = 1500

/** A map whose values can be taken once each. Further values than `HELD` go to a file. */
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

  /** Removes and gives the last value that was put under a name. Undefined if there is none. */
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
