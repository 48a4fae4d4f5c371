import type { Stem } from '../model/resource.ts'

const ENCODER = new TextEncoder()

/**
 * Returns the 32-bit hash by which a release finds a stem: FNV-1a over the UTF-8 bytes, with the final mix of MurmurHash3,
 * so that the first bits depend on every byte. Releases store these hashes, so a change here needs a new format.
 */
export function hashStem(stem: Stem): number {
  let hash = 0x811c9dc5
  for (const byte of ENCODER.encode(stem)) hash = Math.imul(hash ^ byte, 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  hash ^= hash >>> 16
  return hash >>> 0
}
