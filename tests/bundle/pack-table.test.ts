import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashStem } from '../../src/bundle/hash-stem.ts'
import { PackTable } from '../../src/bundle/pack-table.ts'
import { packKey } from '../../src/model/pack.ts'
import type { Stem } from '../../src/model/resource.ts'
import { COLLIDING } from '../support/colliding-stems.ts'
import { sha256 } from '../support/sha256.ts'

const stem = fc.string({ unit: 'binary' }).map((text) => text.toWellFormed() as Stem)
const packs = fc.uniqueArray(stem, { maxLength: 200 }).chain((stems) =>
  fc.array(fc.nat({ max: 8 }), { minLength: stems.length, maxLength: stems.length }).map((places) =>
    Array.from({ length: 9 }, (_, pack) => ({
      key: keyOf(pack),
      stems: stems.filter((_stem, index) => places[index] === pack),
    })),
  ),
)

function keyOf(pack: number) {
  return packKey(sha256(new TextEncoder().encode(String(pack))))
}

describe('PackTable', () => {
  it('finds the pack of every stem, wherever its bytes lie, and of nothing else', () => {
    fc.assert(
      fc.property(packs, stem, fc.integer({ min: 0, max: 7 }), (packed, other, shift) => {
        const made = PackTable.of(packed)
        const [keys, hashes, places] = [made.keys, made.hashes, made.places].map((bytes) => {
          const moved = new Uint8Array(shift + bytes.length)
          moved.set(bytes, shift)
          return moved.subarray(shift)
        })
        if (!keys || !hashes || !places) throw new Error('There are three')
        const table = new PackTable(keys, hashes, places)
        for (const { key, stems } of packed) for (const each of stems) expect(table.find(each)).toBe(key)
        if (packed.every(({ stems }) => !stems.includes(other))) expect(table.find(other)).toBeUndefined()
        expect(table.list()).toEqual(packed.map(({ key }) => key))
      }),
    )
  })

  it('takes six bytes a stem, the lowest first, in the order of the hashes', () => {
    const stems = ['/feed', '/articles/perché', '/'].map((path) => path as Stem)
    const { hashes, places } = PackTable.of([
      { key: keyOf(0), stems: stems.slice(0, 1) },
      { key: keyOf(1), stems: stems.slice(1) },
    ])
    const sorted = stems.toSorted((a, b) => hashStem(a) - hashStem(b))
    const numbers = sorted.map(hashStem)
    expect([...hashes]).toEqual(
      numbers.flatMap((hash) => [hash, hash >>> 8, hash >>> 16, hash >>> 24].map((byte) => byte & 255)),
    )
    expect([...places]).toEqual(sorted.flatMap((each) => [each === '/feed' ? 0 : 1, 0]))
  })

  it.each(COLLIDING)('finds both of %s and %s, which share a hash, in one pack', (one, other) => {
    const table = PackTable.of([{ key: keyOf(0), stems: [one, other] }])
    expect([table.find(one), table.find(other)]).toEqual([keyOf(0), keyOf(0)])
    expect(table.hashes).toHaveLength(4)
    const apart = [one, other].map((each, index) => ({ key: keyOf(index), stems: [each] }))
    expect(() => PackTable.of(apart)).toThrow(`Another pack has the hash of ${other}`)
  })

  it('finds a place of two bytes, and refuses more packs than those can tell', () => {
    const many = Array.from({ length: 1000 }, (_, index) => ({
      key: packKey(index.toString(16).padStart(64, '0')),
      stems: [`/${index}` as Stem],
    }))
    const table = PackTable.of(many)
    for (const { key, stems } of many) for (const each of stems) expect(table.find(each)).toBe(key)
    const most = Array.from({ length: 65_537 }, () => ({ key: keyOf(0), stems: [] }))
    expect(() => PackTable.of(most)).toThrow('Too many packs for a release: 65537')
  })

  it('throws nothing but a RangeError for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), fc.uint8Array(), stem, (keys, hashes, places, any) => {
        try {
          new PackTable(keys, hashes, places).find(any)
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError)
        }
      }),
    )
  })
})
