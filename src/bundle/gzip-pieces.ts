import { concatenate } from '../model/bytes.ts'
import { crc32 } from '../model/crc32.ts'
import type { Compress } from '../model/runtime.ts'

/** A gzip header (RFC 1952 §2.3) without metadata: no name, no time, no system. */
export const GZIP_HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff)

/** An empty last block of DEFLATE (RFC 1951 §3.2.6). */
const LAST_BLOCK = Uint8Array.of(3, 0)

/** Fewer bytes than this do not shrink, and are stored as they are. */
const WORTH_COMPRESSING_BYTES = 64

/**
 * Compresses bytes into blocks of DEFLATE that end on a byte and are not the last. Any sequence of such pieces between
 * `GZIP_HEADER` and `gzipTrailer` is one gzip member. No piece refers to another.
 */
export function deflatePiece(plain: Uint8Array, compress: Compress): Uint8Array {
  if (plain.length >= WORTH_COMPRESSING_BYTES) return compress(plain, 'piece')
  return concatenate([Uint8Array.of(0, plain.length, 0, ~plain.length, 0xff), plain])
}

/** Makes the end of a gzip member for the plain bytes `plain` of all its pieces (RFC 1952 §2.3.1). */
export function gzipTrailer(plain: Uint8Array): Uint8Array {
  const trailer = new Uint8Array(LAST_BLOCK.length + 8)
  trailer.set(LAST_BLOCK)
  const view = new DataView(trailer.buffer, LAST_BLOCK.length)
  view.setUint32(0, crc32(plain), true)
  view.setUint32(4, plain.length, true)
  return trailer
}
