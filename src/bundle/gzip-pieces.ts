import { concatenate } from '../model/bytes.ts'
import { crc32 } from '../model/crc32.ts'
import type { Compress } from '../model/runtime.ts'

/** The header of a gzip member (RFC 1952 §2.3) that says nothing: no name, no time, no system. */
export const GZIP_HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff)

/** A last block of DEFLATE (RFC 1951 §3.2.6) with nothing in it. */
const LAST_BLOCK = Uint8Array.of(3, 0)

/** Fewer bytes than this do not shrink, and are stored as they are. */
const WORTH_COMPRESSING_BYTES = 64

/**
 * Bytes as blocks of DEFLATE that end on a byte and are not the last: any sequence of such pieces between `GZIP_HEADER`
 * and `gzipTrailer` is one gzip member. No piece refers to another.
 */
export function deflatePiece(plain: Uint8Array, compress: Compress): Uint8Array {
  if (plain.length >= WORTH_COMPRESSING_BYTES) return compress(plain, 'piece')
  return concatenate([Uint8Array.of(0, plain.length, 0, ~plain.length, 0xff), plain])
}

/** The end of a gzip member of pieces whose plain bytes are `plain` (RFC 1952 §2.3.1). */
export function gzipTrailer(plain: Uint8Array): Uint8Array {
  const trailer = new Uint8Array(LAST_BLOCK.length + 8)
  trailer.set(LAST_BLOCK)
  const view = new DataView(trailer.buffer, LAST_BLOCK.length)
  view.setUint32(0, crc32(plain), true)
  view.setUint32(4, plain.length, true)
  return trailer
}
