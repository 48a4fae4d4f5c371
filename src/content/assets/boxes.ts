import { bigEndianAt, textAt } from './bytes-at.ts'

/** A box of an ISO base media file, such as MP4 and AVIF (ISO/IEC 14496-12 §4.2). */
export interface Box {
  readonly type: string
  readonly start: number
  /** Where what it holds begins, behind its length and its type. */
  readonly content: number
  readonly end: number
}

/** The boxes of a part of a file, one after another. The last one may be cut off there; what is no box ends them. */
export function* readBoxes(bytes: Uint8Array, start: number, end: number): Generator<Box> {
  for (let at = start; at + 8 <= end; ) {
    const short = bigEndianAt(bytes, at, 4)
    const content = short === 1 ? at + 16 : at + 8
    // A length of 1 is told as 64 bits behind the type, and one of 0 goes to the end.
    const length = short === 1 ? bigEndianAt(bytes, at + 8, 8) : short === 0 ? end - at : short
    if (at + length < content) return
    const next = Math.min(at + length, end)
    yield { type: textAt(bytes, at + 4, 4), start: at, content: Math.min(content, next), end: next }
    at = next
  }
}

/** The boxes in a box that begins with its version and its flags (§4.2.2). */
export function readFullBoxes(bytes: Uint8Array, { content, end }: Box): Generator<Box> {
  return readBoxes(bytes, content + 4, end)
}

/** The boxes in a `meta` box, which has a version and flags in MP4 (§8.11.1), and none in QuickTime. */
export function readMetaBoxes(bytes: Uint8Array, box: Box): Generator<Box> {
  const isPlain = textAt(bytes, box.content + 4, 4) === 'hdlr'
  return isPlain ? readBoxes(bytes, box.content, box.end) : readFullBoxes(bytes, box)
}
