import { FIRST_INSTANT, type Instant } from '../model/instant.ts'

/** 53 bits, seven per byte. */
const MOST_DIGITS = 8

/** Writes the values of the stored formats one after another. `ByteReader` reads them in the same order. */
export class ByteWriter {
  #bytes = new Uint8Array(1024)
  #length = 0
  readonly #encoder = new TextEncoder()

  /**
   * Writes a whole number from 0 to 2^53 − 1 in as few bytes as possible: seven bits per byte, the lowest first
   * (LEB128).
   */
  writeNumber(value: number): void {
    if (!Number.isSafeInteger(value) || value < 0)
      throw new RangeError(`Not a whole number to store: ${value}`)
    this.#makeRoom(MOST_DIGITS)
    let rest = value
    while (rest >= 0x80) {
      this.#bytes[this.#length++] = (rest % 0x80) | 0x80
      rest = Math.floor(rest / 0x80)
    }
    this.#bytes[this.#length++] = rest
  }

  /** Writes a moment: its milliseconds since the first instant, plus one, so that 0 means no moment. */
  writeInstant(moment: Instant | undefined): void {
    this.writeNumber(moment === undefined ? 0 : moment - FIRST_INSTANT + 1)
  }

  /** Writes text: its length in bytes of UTF-8, then the bytes. */
  writeText(text: string): void {
    this.writeBytes(this.#encoder.encode(text))
  }

  /** Writes bytes: their number, then the bytes. */
  writeBytes(bytes: Uint8Array): void {
    this.writeNumber(bytes.length)
    this.#append(bytes)
  }

  /** Writes a list: the number of items, then each item by `write`. */
  writeList<T>(items: readonly T[], write: (item: T) => void): void {
    this.writeNumber(items.length)
    for (const item of items) write(item)
  }

  /** Returns all bytes written so far. */
  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }

  #append(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  #makeRoom(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + bytes))
    larger.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = larger
  }
}
