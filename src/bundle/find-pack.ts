import type { Instant } from '../model/instant.ts'
import type { PackKey } from '../model/pack.ts'
import type { Release } from '../model/release.ts'
import type { Stem } from '../model/resource.ts'
import { hashStem } from './stem-hash.ts'

/** Tells, for one release, which pack holds a stem at a moment. Made once, asked for every request. */
export class PackFinder {
  /** Each table with its leaves by prefix, and how long its longest prefix is; the latest table first. */
  readonly #tables: readonly { from: Instant; leaves: ReadonlyMap<string, PackKey>; depth: number }[]

  constructor(release: Release) {
    this.#tables = release.timeline
      .map(({ from, leaves }) => ({
        from,
        leaves: new Map(leaves.map((leaf) => [leaf.prefix, leaf.pack])),
        depth: leaves.reduce((depth, leaf) => Math.max(depth, leaf.prefix.length), 0),
      }))
      .reverse()
  }

  /** The pack that holds the stem if anything does. Throws a RangeError where the release has no place for it. */
  find(stem: Stem, now: Instant): PackKey {
    const hash = hashStem(stem)
    for (const { from, leaves, depth } of this.#tables) {
      if (from > now) continue
      for (let length = 0; length <= depth; length++) {
        const pack = leaves.get(hash.slice(0, length))
        if (pack !== undefined) return pack
      }
    }
    throw new RangeError(`The release has no place for ${stem}`)
  }
}
