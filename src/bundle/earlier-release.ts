import type { PackKey } from '../model/pack.ts'
import { packKey } from '../model/pack.ts'
import type { PackFinder, Release } from '../model/release.ts'
import type { Stem } from '../model/resource.ts'
import { ByteReader } from './byte-reader.ts'
import { hashStem } from './hash-stem.ts'
import { decodeRelease, readAbout } from './release-codec.ts'

const EARLIER_FORMAT = 'strillone-release-3'

/**
 * Decodes a release of the current format or of the one before. A Worker that is still deployed may serve the earlier
 * format. Throws a RangeError if the bytes are neither.
 */
export function decodeAnyRelease(bytes: Uint8Array): Release {
  const reader = new ByteReader(bytes)
  if (reader.readText() !== EARLIER_FORMAT) return decodeRelease(bytes)
  const about = readAbout(reader)
  const leaves = reader.readList(() => [reader.readText(), packKey(reader.readText())] as const)
  reader.finish()
  return { ...about, packs: new PackTrie(new Map(leaves)) }
}

/**
 * The packs of a release in the earlier format. Each pack has a prefix of binary digits, and holds the stems whose hash
 * begins with it.
 */
class PackTrie implements PackFinder {
  readonly #leaves: ReadonlyMap<string, PackKey>

  constructor(leaves: ReadonlyMap<string, PackKey>) {
    this.#leaves = leaves
  }

  list(): readonly PackKey[] {
    return [...new Set(this.#leaves.values())]
  }

  find(stem: Stem): PackKey | undefined {
    const digits = hashStem(stem).toString(2).padStart(32, '0')
    for (let length = 0; length <= digits.length; length++) {
      const pack = this.#leaves.get(digits.slice(0, length))
      if (pack !== undefined) return pack
    }
    return undefined
  }
}
