import type { PackKey } from '../model/pack.ts'
import type { Release } from '../model/release.ts'
import type { Stem } from '../model/resource.ts'

/** Finds the pack of a stem in one release. Made once, and used for every request. */
export class PackFinder {
  readonly #leaves: ReadonlyMap<string, PackKey>
  /** How long the longest prefix is. */
  readonly #depth: number

  constructor({ leaves }: Pick<Release, 'leaves'>) {
    this.#leaves = new Map(leaves.map(({ prefix, pack }) => [prefix, pack]))
    this.#depth = leaves.reduce((depth, { prefix }) => Math.max(depth, prefix.length), 0)
  }

  /** The pack that holds the stem if anything does. Throws a RangeError where the release has no place for it. */
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
