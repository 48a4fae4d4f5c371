import { littleEndianAt, textAt } from './bytes-at.ts'
import { readOrientation, renderOrientation } from './exif-orientation.ts'
import { KeptParts } from './kept-parts.ts'
import { CHUNK_HEADER_BYTES, type RiffChunk, readChunks } from './riff-chunks.ts'

/** `RIFF`, the length of the rest, `WEBP` (RFC 9649 §2.4). */
const HEADER_BYTES = 12

/** The frame of an animation begins with its position, size and time, before its own chunks (§2.7.1.1). */
const FRAME_HEADER_BYTES = 16

/** The flags of the `VP8X` chunk, which comes first, and the flags for Exif and XMP (§2.7). */
const FLAGS_AT = HEADER_BYTES + CHUNK_HEADER_BYTES
const EXIF_FLAG = 0x08
const XMP_FLAG = 0x04

const PICTURES = new Set(['VP8 ', 'VP8L', 'ANMF'])
const IMAGE_CHUNKS = new Set([...PICTURES, 'VP8X', 'ALPH', 'ANIM', 'ICCP'])

/**
 * Cleans a WebP, animations included: its image and its colour profile stay, and the orientation of its Exif. XMP,
 * unknown chunks and all bytes after the end are removed. Returns the same bytes if there is nothing to remove, and
 * `undefined` if there is no image data.
 */
export function cleanWebp(bytes: Uint8Array): Uint8Array | undefined {
  const parts = new KeptParts(bytes)
  parts.keep(0, HEADER_BYTES)
  const end = Math.min(CHUNK_HEADER_BYTES + littleEndianAt(bytes, 4, 4), bytes.length)
  const isExtended = textAt(bytes, HEADER_BYTES, 4) === 'VP8X'
  // Without the Exif flag, viewers ignore the orientation.
  const mayTurn = isExtended && ((bytes[FLAGS_AT] ?? 0) & EXIF_FLAG) !== 0
  let hasImage = false
  let isTurned = false
  let missingBytes = 0
  for (const chunk of readChunks(bytes, HEADER_BYTES, end)) {
    hasImage ||= PICTURES.has(chunk.name)
    if (IMAGE_CHUNKS.has(chunk.name)) {
      keepImage(parts, bytes, chunk)
      missingBytes = chunk.missingBytes
    } else if (chunk.name === 'EXIF' && mayTurn && !isTurned && chunk.missingBytes === 0) {
      const exif = bytes.subarray(chunk.content, chunk.end)
      const orientation = readOrientation(textAt(exif, 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif)
      if (orientation !== undefined) parts.keepAs(chunk.start, chunk.end, renderExif(orientation))
      isTurned = orientation !== undefined
    }
  }
  if (!hasImage) return undefined
  const cleaned = parts.join()
  if (cleaned === bytes) return bytes
  writeLength(cleaned, cleaned.length - CHUNK_HEADER_BYTES + missingBytes)
  if (isExtended) {
    const others = (cleaned[FLAGS_AT] ?? 0) & ~(EXIF_FLAG | XMP_FLAG)
    cleaned[FLAGS_AT] = others | (isTurned ? EXIF_FLAG : 0)
  }
  return cleaned
}

/** Keeps a chunk of the image. Of a frame, only the chunks of the image are kept. */
function keepImage(parts: KeptParts, bytes: Uint8Array, { name, start, end, missingBytes }: RiffChunk): void {
  const chunk = bytes.subarray(start, end)
  const frame = name === 'ANMF' && missingBytes === 0 ? cleanFrame(chunk) : chunk
  if (frame === chunk) parts.keep(start, end)
  else parts.put(frame)
}

function cleanFrame(frame: Uint8Array): Uint8Array {
  const parts = new KeptParts(frame)
  const header = CHUNK_HEADER_BYTES + FRAME_HEADER_BYTES
  parts.keep(0, Math.min(header, frame.length))
  for (const { name, start, end } of readChunks(frame, header, frame.length))
    if (IMAGE_CHUNKS.has(name)) parts.keep(start, end)
  const cleaned = parts.join()
  if (cleaned !== frame) writeLength(cleaned, cleaned.length - CHUNK_HEADER_BYTES)
  return cleaned
}

function writeLength(chunk: Uint8Array, length: number): void {
  new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength).setUint32(4, length, true)
}

function renderExif(orientation: number): Uint8Array {
  const tiff = renderOrientation(orientation)
  const chunk = new Uint8Array(CHUNK_HEADER_BYTES + tiff.length)
  chunk.set(new TextEncoder().encode('EXIF'))
  writeLength(chunk, tiff.length)
  chunk.set(tiff, CHUNK_HEADER_BYTES)
  return chunk
}
