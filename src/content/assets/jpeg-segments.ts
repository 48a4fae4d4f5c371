import { bigEndianAt } from './bytes-at.ts'

/** A part of a JPEG that begins with a marker. */
export interface JpegSegment {
  readonly marker: number
  /** Where it begins, with the fill bytes before its marker. */
  readonly start: number
  /** Where what it says begins, behind its marker and its length. */
  readonly content: number
  /** Where it ends: a scan with all of its image data. */
  readonly end: number
}

/** The markers that cleaning tells apart (ITU-T T.81, table B.1). */
export const SOI = 0xd8
export const EOI = 0xd9
export const SOS = 0xda

/** Markers without a length: TEM, the restarts, and the beginning and the end of an image. */
const isAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= EOI)

/**
 * The segments of a JPEG behind its first marker (ITU-T T.81 §B.1.1), up to its end, or to where it is cut off or is no
 * JPEG any more. What lies between two segments is none, and passed over, as decoders do.
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

/** Where the byte behind a run of `FF` is: any number of them may stand before a marker. */
function endOfFill(bytes: Uint8Array, start: number): number {
  let at = start
  while (bytes[at] === 0xff) at++
  return at
}

/** Image data ends at the next marker that is no restart; `FF 00` is an `FF` of the data itself, and so is what no marker is. */
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
