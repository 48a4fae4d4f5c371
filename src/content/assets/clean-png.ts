import { concatenate } from '../../model/bytes.ts'
import { crc32 } from '../../model/crc32.ts'
import { bigEndianAt, textAt } from './bytes-at.ts'
import { readOrientation, renderOrientation } from './exif-orientation.ts'
import { KeptParts } from './kept-parts.ts'

const SIGNATURE_BYTES = 8

/**
 * The chunks that say which pixels are shown, and how (PNG, third edition, §11): all that the standard has but text, time and
 * Exif. What it does not know, as the credentials of cameras, nobody needs in order to show the picture.
 */
const IMAGE_CHUNKS = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV mDCv cLLI cLLi bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(
    ' ',
  ),
)

/** A name of four letters (PNG §5.3): where there is none, there is no chunk. */
const NAME = /^[A-Za-z]{4}$/

/**
 * A PNG with nothing but its image, APNG included, its colours and its measures. Of Exif the orientation stays. Texts, among
 * them XMP and the profiles of ImageMagick, times, foreign chunks and all behind the end go. Gives the same bytes where there
 * is nothing to take out, and `undefined` where no image data is found.
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
    // Of image data that is cut off, browsers show what is there.
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
