import type { PackKey } from '../model/pack.ts'
import type { Release } from '../model/release.ts'
import type { Stem } from '../model/resource.ts'

/** Finds the pack of a stem in one release. One instance serves all requests. */
export class PackFinder {
  readonly #leaves: ReadonlyMap<string, PackKey>
  /** The length of the longest prefix. */
  readonly #depth: number

  constructor({ leaves }: Pick<Release, 'leaves'>) {
    this.#leaves = new Map(leaves.map(({ prefix, pack }) => [prefix, pack]))
    this.#depth = leaves.reduce((depth, { prefix }) => Math.max(depth, prefix.length), 0)
  }

  /** Returns the pack that holds the stem if any does. Throws a RangeError if no leaf covers the stem. */
  find(stem: Stem): PackKey {
    const hash = hashStem(stem)
    for (let length = 0; length <= this.#depth; length++) {
      const pack = this.#leaves.get(hash.slice(0, length))
      if (pack !== undefined) return pack
    }
    throw new RangeError(`The release has no place for ${stem}`)
  }
}

const BITS = 32

/**
 * Returns the 32 binary digits that place a stem in the trie: FNV-1a over its UTF-8, finished like MurmurHash3, so that
 * the first digits depend on every byte. A release names places by these digits, so a change here needs a new format.
 */
export function hashStem(stem: Stem): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(stem)) hash = Math.imul(hash ^ byte, 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  hash ^= hash >>> 16
  return (hash >>> 0).toString(2).padStart(BITS, '0')
}
