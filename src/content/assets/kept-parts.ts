import { concatenate } from '../../model/bytes.ts'

/** Collects the parts of a file that stay when it is cleaned, in order. */
export class KeptParts {
  readonly #bytes: Uint8Array
  readonly #parts: Uint8Array[] = []
  /** The current part. Parts that touch are joined. */
  #start = 0
  #end = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** Keeps the bytes from `start` up to, but not including, `end`. */
  keep(start: number, end: number): void {
    if (start !== this.#end) this.#close(start)
    this.#end = end
  }

  /** Inserts new bytes after the last kept byte. */
  put(bytes: Uint8Array): void {
    this.#close(this.#end)
    this.#parts.push(bytes)
  }

  /** Keeps a part if it equals the wanted bytes, and inserts the wanted bytes otherwise. */
  keepAs(start: number, end: number, wanted: Uint8Array): void {
    const isSame =
      end - start === wanted.length && wanted.every((byte, at) => byte === this.#bytes[start + at])
    if (isSame) this.keep(start, end)
    else this.put(wanted)
  }

  /** Joins the parts into new bytes, which may be changed. If everything was kept, returns the original bytes. */
  join(): Uint8Array {
    if (this.#parts.length === 0 && this.#start === 0 && this.#end === this.#bytes.length) return this.#bytes
    this.#close(this.#end)
    const [only, ...others] = this.#parts
    // The `slice` of a Buffer, which Node returns when it reads files, is not a copy.
    return only !== undefined && others.length === 0 ? new Uint8Array(only) : concatenate(this.#parts)
  }

  #close(next: number): void {
    if (this.#end > this.#start) this.#parts.push(this.#bytes.subarray(this.#start, this.#end))
    this.#start = next
    this.#end = next
  }
}
