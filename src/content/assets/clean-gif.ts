import { textAt } from './bytes-at.ts'
import { KeptParts } from './kept-parts.ts'

/** How blocks of a GIF begin (GIF89a §20 and the following). */
const IMAGE = 0x2c
const EXTENSION = 0x21
const TRAILER = 0x3b

/** The kinds of extension that may say more than the image needs: comments (§24), and those of applications (§26). */
const COMMENT = 0xfe
const APPLICATION = 0xff

/** The extensions of applications that belong to the image: how often it is repeated, and its colour profile. */
const IMAGE_APPLICATIONS = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012'])

/**
 * A GIF with nothing but its image: comments, XMP and all behind the end go. Gives the same bytes where there is nothing to
 * take out, and `undefined` where no image is found.
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
      // A descriptor, its own colours, the size of a code, and the image data (§20 to §22).
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

/** How long a colour table is, by the byte that tells of it (§18). */
function colourTableBytes(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 0b111) + 1) : 0
}

/** Where data in sub-blocks ends: each begins with its length, and one of no length is the last (§15). */
function endOfSubBlocks(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length) {
    const length = bytes[at] ?? 0
    at += 1 + length
    if (length === 0) break
  }
  return Math.min(at, bytes.length)
}
