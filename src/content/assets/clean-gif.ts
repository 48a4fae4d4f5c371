import { textAt } from './bytes-at.ts'
import { KeptParts } from './kept-parts.ts'

/** The first bytes of a GIF's blocks (GIF89a §20 and following). */
const IMAGE = 0x2c
const EXTENSION = 0x21
const TRAILER = 0x3b

/** Extensions that may hold more than the image: comments (§24) and application extensions (§26). */
const COMMENT = 0xfe
const APPLICATION = 0xff

/** Application extensions that belong to the image: its number of repetitions and its colour profile. */
const IMAGE_APPLICATIONS = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012'])

/**
 * Cleans a GIF: only its image stays. Comments, XMP and all bytes after the end are removed. Returns the same bytes if
 * there is nothing to remove, and `undefined` if there is no image.
 */
export function cleanGif(bytes: Uint8Array): Uint8Array | undefined {
  const parts = new KeptParts(bytes)
  let at = 13 + colourTableBytes(bytes[10])
  parts.keep(0, Math.min(at, bytes.length))
  let hasImage = false
  for (;;) {
    const start = at
    if (bytes[start] === IMAGE) {
      hasImage = true
      // The image descriptor, the local colour table, the code size and the image data (§20 to §22).
      at = endOfSubBlocks(bytes, start + 10 + colourTableBytes(bytes[start + 9]) + 1)
      parts.keep(start, at)
    } else if (bytes[start] === EXTENSION) {
      at = endOfSubBlocks(bytes, start + 2)
      if (isOfImage(bytes, start)) parts.keep(start, at)
    } else {
      if (bytes[start] === TRAILER) parts.keep(start, start + 1)
      break
    }
  }
  return hasImage ? parts.join() : undefined
}

function isOfImage(bytes: Uint8Array, start: number): boolean {
  const label = bytes[start + 1]
  if (label === APPLICATION) return IMAGE_APPLICATIONS.has(textAt(bytes, start + 3, 11))
  return label !== COMMENT
}

/** Returns the length of a colour table in bytes, from its flags (§18). */
function colourTableBytes(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 0b111) + 1) : 0
}

/** Returns the end of data in sub-blocks: each begins with its length, and a length of 0 ends the data (§15). */
function endOfSubBlocks(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length) {
    const length = bytes[at] ?? 0
    at += 1 + length
    if (length === 0) break
  }
  return Math.min(at, bytes.length)
}
