import { concatenate } from '../../model/bytes.ts'

/** Those parts of a file that stay when it is cleaned, in their order. */
export class KeptParts {
  readonly #bytes: Uint8Array
  readonly #parts: Uint8Array[] = []
  /** The part that is being kept: parts that touch are one. */
  #start = 0
  #end = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** Keeps the bytes from `start` up to, not including, `end`. */
  keep(start: number, end: number): void {
    if (start !== this.#end) this.#close(start)
    this.#end = end
  }

  /** Puts bytes that the file does not have where it is. */
  put(bytes: Uint8Array): void {
    this.#close(this.#end)
    this.#parts.push(bytes)
  }

  /** Keeps a part where it says what it should, and else puts that there. */
  keepAs(start: number, end: number, wanted: Uint8Array): void {
    const isSame =
      end - start === wanted.length && wanted.every((byte, at) => byte === this.#bytes[start + at])
    if (isSame) this.keep(start, end)
    else this.put(wanted)
  }

  /** What stays, in bytes of its own that may be changed; where that is all, the very same bytes as before. */
  join(): Uint8Array {
    if (this.#parts.length === 0 && this.#start === 0 && this.#end === this.#bytes.length) return this.#bytes
    this.#close(this.#end)
    const [only, ...others] = this.#parts
    // The `slice` of a Buffer, which is how Node reads files, is no copy.
    return only !== undefined && others.length === 0 ? new Uint8Array(only) : concatenate(this.#parts)
  }

  #close(next: number): void {
    if (this.#end > this.#start) this.#parts.push(this.#bytes.subarray(this.#start, this.#end))
    this.#start = next
    this.#end = next
  }
}
