import { textAt } from './bytes-at.ts'
import { readOrientation, renderOrientation } from './exif-orientation.ts'
import { EOI, type JpegSegment, readSegments, SOI, SOS } from './jpeg-segments.ts'
import { KeptParts } from './kept-parts.ts'

const APP0 = 0xe0
const APP1 = 0xe1
const APP2 = 0xe2
const APP14 = 0xee

/**
 * How many bytes of an APP segment decoders need: `JFIF` without its thumbnail (T.871 §10.1), and Adobe's colour
 * information.
 */
const JFIF_BYTES = 14
const ADOBE_BYTES = 12

/**
 * Cleans a JPEG: its frames, tables and scans stay, its colour profile, the meaning of its pixels (JFIF, Adobe) and the
 * orientation of its Exif. XMP, IPTC, comments, further images and all bytes after the end are removed. Returns the
 * same bytes if there is nothing to remove, and `undefined` if there is no image data.
 */
export function cleanJpeg(bytes: Uint8Array): Uint8Array | undefined {
  const parts = new KeptParts(bytes)
  parts.keep(0, 2)
  let hasImage = false
  let isTurned = false
  for (const segment of readSegments(bytes)) {
    const { marker, start, content, end } = segment
    // If the image's end marker is missing, another image may follow.
    if (marker === SOI && hasImage) break
    hasImage ||= marker === SOS
    const holds = (name: string) => textAt(bytes, content, name.length) === name
    if (isImage(marker) || (marker === APP2 && holds('ICC_PROFILE\0'))) parts.keep(start, end)
    else if (marker === APP0 && holds('JFIF\0')) keepShort(parts, bytes, segment, JFIF_BYTES)
    else if (marker === APP14 && holds('Adobe')) keepShort(parts, bytes, segment, ADOBE_BYTES)
    else if (marker === APP1 && holds('Exif\0') && !isTurned) {
      const orientation = readOrientation(bytes.subarray(content + 6, end))
      if (orientation !== undefined) parts.keepAs(start, end, renderExif(orientation))
      isTurned = orientation !== undefined
    }
  }
  return hasImage ? parts.join() : undefined
}

/**
 * Whether a marker begins a part of the image: frames, tables, scans, restart intervals and the end (ITU-T T.81, table
 * B.1).
 */
function isImage(marker: number): boolean {
  return (marker >= 0xc0 && marker < 0xd0) || (marker > SOI && marker < APP0) || marker === EOI
}

/** Keeps the beginning of an APP segment; a shorter segment is dropped. The thumbnail of JFIF gets a size of 0 pixels. */
function keepShort(parts: KeptParts, bytes: Uint8Array, segment: JpegSegment, length: number): void {
  const { marker, start, content, end } = segment
  if (end - content < length) return
  const short = Uint8Array.from([0xff, marker, 0, length + 2, ...bytes.subarray(content, content + length)])
  if (marker === APP0) short.fill(0, short.length - 2)
  parts.keepAs(start, end, short)
}

function renderExif(orientation: number): Uint8Array {
  const tiff = renderOrientation(orientation)
  const name = new TextEncoder().encode('Exif\0\0')
  return Uint8Array.from([0xff, APP1, 0, 2 + name.length + tiff.length, ...name, ...tiff])
}
