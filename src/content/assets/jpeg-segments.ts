import { bigEndianAt } from './bytes-at.ts'

/** A part of a JPEG that begins with a marker. */
export interface JpegSegment {
  readonly marker: number
  /** The offset of its beginning, with the fill bytes before its marker. */
  readonly start: number
  /** The offset of its content, after its marker and its length. */
  readonly content: number
  /** The offset of its end. A scan includes all of its image data. */
  readonly end: number
}

/** The markers that cleaning distinguishes (ITU-T T.81, table B.1). */
export const SOI = 0xd8
export const EOI = 0xd9
export const SOS = 0xda

/** Markers without a length: TEM, the restarts, and the start and end of an image. */
const isAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= EOI)

/**
 * Yields the segments of a JPEG after its first marker (ITU-T T.81 §B.1.1), up to its end or to the first damaged
 * place. Bytes between two segments are skipped, as decoders do.
 */
export function* readSegments(bytes: Uint8Array): Generator<JpegSegment> {
  for (let at = 2; ; ) {
    const start = bytes.indexOf(0xff, at)
    if (start === -1) return
    const place = endOfFill(bytes, start)
    const marker = bytes[place]
    if (marker === undefined) return
    const content = place + 1
    at = content
    if (marker === 0) continue
    if (isAlone(marker)) {
      yield { marker, start, content, end: content }
      if (marker === EOI) return
      continue
    }
    const length = bigEndianAt(bytes, content, 2)
    const end = content + length
    if (length < 2 || end > bytes.length) return
    at = marker === SOS ? endOfScan(bytes, end) : end
    yield { marker, start, content: content + 2, end: at }
  }
}

/** Returns the offset of the first byte after a run of `FF`. Any number of fill bytes may precede a marker. */
function endOfFill(bytes: Uint8Array, start: number): number {
  let at = start
  while (bytes[at] === 0xff) at++
  return at
}

/**
 * Returns the end of image data: the next marker other than a restart. `FF 00` and `FF` before bytes that are not a
 * marker are data.
 */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; ; ) {
    const start = bytes.indexOf(0xff, at)
    if (start === -1) return bytes.length
    const place = endOfFill(bytes, start)
    const marker = bytes[place]
    if (marker === undefined) return bytes.length
    if (marker >= 0xc0 && (marker < 0xd0 || marker > 0xd7)) return start
    at = place + 1
  }
}
