import type { PackKey } from '../model/pack.ts'
import type { Release } from '../model/release.ts'
import type { Stem } from '../model/resource.ts'
import { hashStem } from './stem-hash.ts'

/** Tells, for one release, which pack holds a stem. Made once, asked for every request. */
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
