import { FIRST_INSTANT, type Instant, instant } from '../model/instant.ts'

const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Reads the values that a `ByteWriter` wrote, in the same order. Every method throws a RangeError if the bytes end too
 * early or are not a value of that type.
 */
export class ByteReader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** The number of bytes that have been read. */
  get at(): number {
    return this.#at
  }

  /** Reads a whole number from 0 to 2^53 − 1. */
  readNumber(): number {
    let value = 0
    let weight = 1
    for (;;) {
      const byte = this.#bytes[this.#at++]
      if (byte === undefined) throw new RangeError('The stored bytes end within a number')
      value += (byte & 0x7f) * weight
      if (!Number.isSafeInteger(value)) throw new RangeError('A stored number is too large')
      if (byte < 0x80) return value
      weight *= 0x80
    }
  }

  /** Reads a moment. Undefined if there is none. */
  readInstant(): Instant | undefined {
    const stored = this.readNumber()
    return stored === 0 ? undefined : instant(stored - 1 + FIRST_INSTANT)
  }

  /** Reads a moment that must be present. */
  readMoment(): Instant {
    const moment = this.readInstant()
    if (moment === undefined) throw new RangeError('A stored moment is missing')
    return moment
  }

  /** Reads text. */
  readText(): string {
    try {
      return DECODER.decode(this.readBytes())
    } catch (cause) {
      throw new RangeError('A stored text is not UTF-8', { cause })
    }
  }

  /** Reads bytes as a view, not a copy. */
  readBytes(): Uint8Array {
    const length = this.readNumber()
    const start = this.#at
    this.#at += length
    if (this.#at > this.#bytes.length) throw new RangeError('The stored bytes end too early')
    return this.#bytes.subarray(start, this.#at)
  }

  readList<T>(read: () => T): readonly T[] {
    const count = this.readNumber()
    const items: T[] = []
    for (let index = 0; index < count; index++) items.push(read())
    return items
  }

  /** Throws if bytes are left over: a stored value uses all of its bytes. */
  finish(): void {
    if (this.#at !== this.#bytes.length) throw new RangeError('The stored bytes go on after their end')
  }
}
