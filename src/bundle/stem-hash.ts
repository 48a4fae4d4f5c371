import type { Stem } from '../model/resource.ts'

const BITS = 32

/**
 * The 32 binary digits that place a stem in the trie: FNV-1a over its UTF-8, finished as MurmurHash3 does so that the
 * first digits depend on every byte. A release names places by these digits: changing this makes a new format.
 */
export function hashStem(stem: Stem): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(stem)) hash = Math.imul(hash ^ byte, 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  hash ^= hash >>> 16
  return (hash >>> 0).toString(2).padStart(BITS, '0')
}
