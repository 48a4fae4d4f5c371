import { concatenate } from '../../model/bytes.ts'
import { crc32 } from '../../model/crc32.ts'
import { bigEndianAt, textAt } from './bytes-at.ts'
import { readOrientation, renderOrientation } from './exif-orientation.ts'
import { KeptParts } from './kept-parts.ts'

const SIGNATURE_BYTES = 8

/**
 * The chunks that decide which pixels are shown, and how (PNG, third edition, §11): all standard chunks but text, time
 * and Exif. Chunks that the standard does not know, such as cameras' credentials, are not needed to show the picture.
 */
const IMAGE_CHUNKS = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV mDCv cLLI cLLi bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(
    ' ',
  ),
)

/** A chunk's name has four letters (PNG §5.3). Other bytes are not a chunk. */
const NAME = /^[A-Za-z]{4}$/

/**
 * Cleans a PNG or an APNG: its image, colours and dimensions stay, and the orientation of its Exif. Texts (XMP and the
 * profiles of ImageMagick too), times, unknown chunks and all bytes after the end are removed. Returns the same bytes
 * if there is nothing to remove, and `undefined` if there is no image data.
 */
export function cleanPng(bytes: Uint8Array): Uint8Array | undefined {
  const parts = new KeptParts(bytes)
  parts.keep(0, SIGNATURE_BYTES)
  let hasImage = false
  let isTurned = false
  for (let at = SIGNATURE_BYTES; at < bytes.length; ) {
    const length = bigEndianAt(bytes, at, 4)
    const name = textAt(bytes, at + 4, 4)
    if (!NAME.test(name)) break
    const end = at + 12 + length
    const isCut = end > bytes.length
    hasImage ||= name === 'IDAT'
    // If image data is cut off, browsers show the part that is there.
    if (IMAGE_CHUNKS.has(name) && (!isCut || hasImage)) parts.keep(at, Math.min(end, bytes.length))
    else if (name === 'eXIf' && !isTurned && !isCut) {
      const orientation = readOrientation(bytes.subarray(at + 8, end - 4))
      if (orientation !== undefined) parts.keepAs(at, end, renderExif(orientation))
      isTurned = orientation !== undefined
    }
    if (name === 'IEND') break
    at = end
  }
  return hasImage ? parts.join() : undefined
}

function renderExif(orientation: number): Uint8Array {
  const tiff = renderOrientation(orientation)
  const named = concatenate([new TextEncoder().encode('eXIf'), tiff])
  const chunk = new Uint8Array(8 + named.length)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, tiff.length)
  chunk.set(named, 4)
  view.setUint32(4 + named.length, crc32(named))
  return chunk
}
