import { deflateSync, inflateSync } from 'fflate'
import { concatenate } from '../model/concatenate.ts'
import { crc32 } from './crc32.ts'

/** The header of a gzip member (RFC 1952 §2.3) that says nothing: no name, no time, no system. */
export const GZIP_HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff)

/** A last block of DEFLATE (RFC 1951 §3.2.6) with nothing in it. */
const LAST_BLOCK = Uint8Array.of(3, 0)

/** An empty stored block behind its three bits and the padding after them (RFC 1951 §3.2.4). */
const STORED_LENGTH = Uint8Array.of(0, 0, 0xff, 0xff)

/** Fewer bytes than this do not shrink, and are stored as they are. */
const WORTH_COMPRESSING_BYTES = 64

/** So few bytes are always one block: fflate begins another after 7,000 repetitions, of three bytes at least. */
const BLOCK_BYTES = 16 * 1024

/**
 * Bytes as blocks of DEFLATE that end on a byte and are not the last: whatever pieces follow one another between
 * `GZIP_HEADER` and `gzipTrailer`, the whole is one gzip member. Nothing in a piece refers to another.
 */
export function deflatePiece(plain: Uint8Array): Uint8Array {
  if (plain.length < WORTH_COMPRESSING_BYTES) {
    return concatenate([Uint8Array.of(0, plain.length, 0, ~plain.length, 0xff), plain])
  }
  const blocks: Uint8Array[] = []
  for (let at = 0; at < plain.length; at += BLOCK_BYTES) {
    blocks.push(deflateBlock(plain.subarray(at, at + BLOCK_BYTES)))
  }
  return concatenate(blocks)
}

/** What ends a gzip member of pieces whose plain bytes are `plain` (RFC 1952 §2.3.1). */
export function gzipTrailer(plain: Uint8Array): Uint8Array {
  const trailer = new Uint8Array(LAST_BLOCK.length + 8)
  trailer.set(LAST_BLOCK)
  const view = new DataView(trailer.buffer, LAST_BLOCK.length)
  view.setUint32(0, crc32(plain), true)
  view.setUint32(4, plain.length, true)
  return trailer
}

/**
 * One block that is not the last, and an empty stored one, with which the next byte begins. Its three bits, all zeros,
 * are either in what the first block leaves of its last byte or in one more: fflate does not tell, but only one of the
 * two comes out again. (Its own `flush(true)` loses the length of the empty block where that does not begin on a byte.)
 */
function deflateBlock(plain: Uint8Array): Uint8Array {
  const block = deflateSync(plain, { level: 6 })
  block[0] = (block[0] ?? 0) & ~1
  for (const padding of [new Uint8Array(0), new Uint8Array(1)]) {
    const ended = concatenate([block, padding, STORED_LENGTH])
    if (inflatesTo(ended, plain)) return ended
  }
  throw new Error('A piece does not come out of its compression as it went in')
}

function inflatesTo(blocks: Uint8Array, plain: Uint8Array): boolean {
  try {
    return isSame(inflateSync(concatenate([blocks, LAST_BLOCK])), plain)
  } catch {
    return false
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}
