import type { Box } from './boxes.ts'
import type { ByteRange } from './byte-ranges.ts'

const FREE = new TextEncoder().encode('free')

/**
 * Overwrites parts of a file whose bytes must not move, because the file holds offsets into itself. The result does not
 * reveal what was there.
 */
export class Eraser {
  readonly #original: Uint8Array
  #copy: Uint8Array | undefined

  constructor(original: Uint8Array) {
    this.#original = original
  }

  /** Fills ranges that do not overlap with one byte. */
  fill(ranges: readonly ByteRange[], byte = 0): void {
    for (const { start, end } of ranges) this.#writable().fill(byte, start, end)
  }

  /** Overwrites bytes from an offset on. */
  write(at: number, bytes: Uint8Array): void {
    this.#writable().set(bytes, at)
  }

  /** Turns a box into free space (ISO/IEC 14496-12 §8.1.2), which all readers skip. */
  erase({ start, content, end }: Box): void {
    this.write(start + 4, FREE)
    this.fill([{ start: content, end }])
  }

  /** The file as it is now; the original bytes if nothing has changed. */
  get bytes(): Uint8Array {
    const copy = this.#copy
    return copy === undefined || isSame(copy, this.#original) ? this.#original : copy
  }

  #writable(): Uint8Array {
    // The `slice` of a Buffer, which Node returns when it reads files, is not a copy.
    this.#copy ??= new Uint8Array(this.#original)
    return this.#copy
  }
}

/** A loop: films are large, and an iterator takes ten times as long. */
function isSame(a: Uint8Array, b: Uint8Array): boolean {
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}
