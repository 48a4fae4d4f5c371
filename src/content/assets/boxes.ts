import { bigEndianAt, textAt } from './bytes-at.ts'

/** A box of an ISO base media file, such as MP4 and AVIF (ISO/IEC 14496-12 §4.2). */
export interface Box {
  readonly type: string
  readonly start: number
  /** The offset of its content, after its length and its type. */
  readonly content: number
  readonly end: number
}

/**
 * Yields the boxes in a part of a file, one after another. The last one may be cut off. Stops at bytes that are not a
 * box.
 */
export function* readBoxes(bytes: Uint8Array, start: number, end: number): Generator<Box> {
  for (let at = start; at + 8 <= end; ) {
    const short = bigEndianAt(bytes, at, 4)
    const content = short === 1 ? at + 16 : at + 8
    // A length of 1 means that 64 bits after the type hold the length; 0 means that the box extends to the end.
    const length = short === 1 ? bigEndianAt(bytes, at + 8, 8) : short === 0 ? end - at : short
    if (at + length < content) return
    const next = Math.min(at + length, end)
    yield { type: textAt(bytes, at + 4, 4), start: at, content: Math.min(content, next), end: next }
    at = next
  }
}

/** Yields the boxes in a box that begins with its version and flags (§4.2.2). */
export function readFullBoxes(bytes: Uint8Array, { content, end }: Box): Generator<Box> {
  return readBoxes(bytes, content + 4, end)
}

/** Yields the boxes in a `meta` box, which has a version and flags in MP4 (§8.11.1) but not in QuickTime. */
export function readMetaBoxes(bytes: Uint8Array, box: Box): Generator<Box> {
  const isPlain = textAt(bytes, box.content + 4, 4) === 'hdlr'
  return isPlain ? readBoxes(bytes, box.content, box.end) : readFullBoxes(bytes, box)
}
