import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { continuedFrom } from '../../src/bundle/continuation.ts'
import { divideInTime } from '../../src/bundle/divide-in-time.ts'
import { encodePack } from '../../src/bundle/pack-codec.ts'
import { weighResource } from '../../src/bundle/resource-weight.ts'
import { continuationStem } from '../../src/model/addresses.ts'
import { EPOCH, instant } from '../../src/model/instant.ts'
import type { Resource, Version } from '../../src/model/resource.ts'
import { aContent, aResource } from '../support/a-resource.ts'
import { sha256 } from '../support/sha256.ts'

const LIMIT = 5000

/** A feed that holds three of these pieces at each moment, and at the next a new one instead of the oldest. */
const aSeries = fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 4, maxLength: 60 }).map((sizes) => {
  const pieces = sizes.map((size) => new Uint8Array(size))
  const versions = pieces.slice(2).map(
    (_, index): Version => ({
      from: index === 0 ? EPOCH : instant(index * 1000),
      shows: aContent({ etag: String(index), pieces: pieces.slice(index, index + 3) }),
    }),
  )
  return aResource('/feed', versions)
})

function shownAt(parts: readonly Resource[], moment: number): Version | undefined {
  const [first] = parts
  const from = first && continuedFrom(first, instant(moment))
  const stem = from === undefined ? first?.stem : first && continuationStem(first.stem, from)
  const part = parts.find((each) => each.stem === stem)
  return part?.versions.findLast((version) => version.from <= moment)
}

describe('divideInTime', () => {
  it('shows at every moment what the whole would', () => {
    fc.assert(
      fc.property(aSeries, (resource) => {
        const parts = divideInTime(resource, LIMIT)
        for (const { from } of resource.versions) {
          for (const moment of [from, from + 999]) {
            expect(shownAt(parts, moment)).toBe(
              resource.versions.findLast((version) => version.from <= moment),
            )
          }
        }
      }),
    )
  })

  it('keeps each part within the limit, or within twice its first version', () => {
    fc.assert(
      fc.property(aSeries, (resource) => {
        for (const part of divideInTime(resource, LIMIT)) {
          const first = weighResource({ versions: part.versions.slice(0, 1) })
          expect(weighResource(part)).toBeLessThanOrEqual(Math.max(LIMIT, 2 * first))
        }
      }),
    )
  })

  it('keeps the bytes of a part within the limit where each version names hundreds of pieces', () => {
    const pieces = Array.from({ length: 800 }, () => new Uint8Array(100))
    const entries = Array.from({ length: 500 }, (_, index) => ({
      start: index * 300,
      end: index * 300 + 290,
    }))
    const versions = Array.from(
      { length: 300 },
      (_, index): Version => ({
        from: instant(index * 1000),
        shows: aContent({ etag: String(index), pieces: pieces.slice(index, index + 500), entries }),
      }),
    )
    const limit = 200_000
    const sizes = divideInTime(aResource('/feed', versions), limit).map(
      (part) => encodePack([part], sha256).bytes.length,
    )
    expect(Math.max(...sizes)).toBeLessThanOrEqual(limit)
    expect(sizes.length).toBeGreaterThan(1)
  })

  it('tells each part of the ones after it, so that it knows when it changes next', () => {
    const heavy = (from: number) => ({
      from: instant(from),
      shows: aContent({ pieces: [new Uint8Array(4000)] }),
    })
    const parts = divideInTime(aResource('/feed', [heavy(0), heavy(1000), heavy(2000)]), LIMIT)
    expect(parts.map(({ stem, later }) => [stem, later])).toEqual([
      ['/feed', [2000]],
      ['2000/feed', []],
    ])
  })

  it('leaves alone what fits', () => {
    const resource = aResource('/a', [{ from: EPOCH, shows: { kind: 'gone' } }])
    expect(divideInTime(resource, LIMIT)).toEqual([resource])
  })
})
