import type { Box } from './boxes.ts'
import type { ByteRange } from './byte-ranges.ts'

const FREE = new TextEncoder().encode('free')

/**
 * Writes over parts of a file in which nothing may be moved, because other parts of it tell where everything lies. Nobody
 * can tell from the outcome what was there.
 */
export class Eraser {
  readonly #original: Uint8Array
  #copy: Uint8Array | undefined

  constructor(original: Uint8Array) {
    this.#original = original
  }

  /** Writes one and the same byte over ranges of the file, which do not overlap. */
  fill(ranges: readonly ByteRange[], byte = 0): void {
    for (const { start, end } of ranges) this.#writable().fill(byte, start, end)
  }

  write(at: number, bytes: Uint8Array): void {
    this.#writable().set(bytes, at)
  }

  /** Makes a box free space (ISO/IEC 14496-12 §8.1.2), which all readers pass over. */
  erase({ start, content, end }: Box): void {
    this.write(start + 4, FREE)
    this.fill([{ start: content, end }])
  }

  /** The file as it is now; the very same bytes where it says what it said before. */
  get bytes(): Uint8Array {
    const copy = this.#copy
    return copy === undefined || isSame(copy, this.#original) ? this.#original : copy
  }

  #writable(): Uint8Array {
    // The `slice` of a Buffer, which is how Node reads files, is no copy.
    this.#copy ??= new Uint8Array(this.#original)
    return this.#copy
  }
}

/** Counted through: a film has many bytes, and an iterator takes ten times as long. */
function isSame(a: Uint8Array, b: Uint8Array): boolean {
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}
