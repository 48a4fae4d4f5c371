import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashStem } from '../../src/bundle/hash-stem.ts'
import { divideIntoBuckets } from '../../src/bundle/trie.ts'
import type { Resource, Stem } from '../../src/model/resource.ts'
import { aPage } from '../support/a-resource.ts'
import { COLLIDING } from '../support/colliding-stems.ts'

const stems = fc.uniqueArray(fc.webPath(), { minLength: 1, maxLength: 200 })

/** Some stems, and places in an order for some of them; several may have one place. */
const orders = stems.chain((paths) =>
  fc
    .array(fc.option(fc.nat({ max: 300 }), { nil: undefined }), {
      minLength: paths.length,
      maxLength: paths.length,
    })
    .map((places) => ({ paths, order: orderOf(paths, places) })),
)

function orderOf(paths: readonly string[], places: readonly (number | undefined)[]) {
  return new Map(
    paths.flatMap((path, index) => {
      const place = places[index]
      return place === undefined ? [] : [[path as Stem, place] as const]
    }),
  )
}

function pages(paths: readonly string[]): readonly Resource[] {
  return paths.map((path) => aPage(path))
}

/** The stems in each bucket of so many resources. */
function divide(paths: readonly string[], order: ReadonlyMap<Stem, number>, limit: number): string[][] {
  return divideIntoBuckets(pages(paths), order, () => 1, limit).map((bucket) =>
    bucket.map(({ stem }) => stem),
  )
}

/** The stems of a numbered site, and their order. */
function numbered(count: number) {
  const paths = Array.from({ length: count }, (_, index) => `/articles/n${index}`)
  return { paths, order: orderOf(paths, [...paths.keys()]) }
}

describe('divideIntoBuckets', () => {
  it('puts each resource into one bucket, which is never empty', () => {
    fc.assert(
      fc.property(orders, fc.integer({ min: 1, max: 20 }), ({ paths, order }, limit) => {
        const buckets = divide(paths, order, limit)
        expect(buckets.flat().sort()).toEqual([...paths].sort())
        expect(buckets.every(({ length }) => length > 0)).toBe(true)
      }),
    )
  })

  it('divides by aligned runs of places, and none that fits', () => {
    fc.assert(
      fc.property(orders, fc.integer({ min: 1, max: 20 }), ({ paths, order }, limit) => {
        const placeOf = (path: string) => {
          const place = order.get(path as Stem)
          return place === undefined ? hashStem(path as Stem) : 2 ** 32 + place
        }
        const runs = divide(paths, order, limit).map((bucket) => {
          const places = bucket.map(placeOf)
          return { first: Math.min(...places), last: Math.max(...places), size: bucket.length }
        })
        for (const [index, { first, last, size }] of runs.entries()) {
          expect(size <= limit || first === last).toBe(true)
          const next = runs[index + 1]
          if (next === undefined) continue
          expect(last).toBeLessThan(next.first)
          // Two neighbours that are the halves of one run are more than a bucket together.
          const run = smallestRun(first, next.last)
          const isWhole = runs.filter((each) => each.first >= run.start && each.last < run.start + run.size)
          if (isWhole.length === 2) expect(size + next.size).toBeGreaterThan(limit)
        }
      }),
    )
  })

  it('is the same in whatever order the resources come', () => {
    fc.assert(
      fc.property(orders, ({ paths, order }) => {
        expect(divide([...paths].reverse(), new Map([...order].reverse()), 4)).toEqual(
          divide(paths, order, 4),
        )
      }),
    )
  })

  it('changes one bucket, or divides one, when a resource is added or taken away', () => {
    fc.assert(
      fc.property(orders, fc.nat(), ({ paths, order }, which) => {
        const one = paths[which % paths.length]
        const fewer = divide(
          paths.filter((path) => path !== one),
          order,
          6,
        )
        const more = divide(paths, order, 6)
        // All that is new lay in one bucket before, or in none.
        const changed = more.filter((bucket) => !fewer.some((each) => String(each) === String(bucket)))
        const gone = fewer.filter((bucket) => !more.some((each) => String(each) === String(bucket)))
        expect(gone.length).toBeLessThanOrEqual(1)
        expect(new Set(changed.flat())).toEqual(new Set([...gone.flat(), one]))
      }),
    )
  })

  it('appends to the last run, and to no other', () => {
    let before = divide(numbered(1).paths, numbered(1).order, 20)
    for (let count = 2; count < 300; count++) {
      const { paths, order } = numbered(count)
      const after = divide(paths, order, 20)
      const changed = after.filter((bucket) => !before.some((each) => String(each) === String(bucket)))
      // What a run is halved into is new, too: its first half only once.
      expect(changed.length).toBeLessThanOrEqual(2)
      expect(changed.flat()).toContain(`/articles/n${count - 1}`)
      before = after
    }
  })

  it('keeps neighbours in the order together', () => {
    const { paths, order } = numbered(1000)
    const buckets = divide(paths, order, 20)
    // Aligned runs of sixteen.
    expect(buckets.length).toBe(Math.ceil(1000 / 16))
    expect(buckets[3]?.toSorted()).toEqual(paths.slice(48, 64).toSorted())
  })

  it('keeps every bucket within the limit while stems differ', () => {
    const buckets = divide(numbered(1000).paths, new Map(), 10)
    expect(Math.max(...buckets.map(({ length }) => length))).toBeLessThanOrEqual(10)
    expect(buckets.length).toBeLessThan(250)
  })

  it.each(COLLIDING)('keeps %s and %s together, which share a hash', (one, other) => {
    const rest = numbered(100)
    for (const places of [
      [undefined, undefined],
      [7, undefined],
      [undefined, 7],
      [7, 90],
      [90, 7],
    ]) {
      const order = new Map([...rest.order, ...orderOf([one, other], places)])
      const buckets = divide([one, other, ...rest.paths], order, 5)
      const among = buckets.filter((bucket) => bucket.includes(one) || bucket.includes(other))
      expect(among, String(places)).toHaveLength(1)
    }
  })

  it('lets a single resource weigh more than the limit', () => {
    expect(divideIntoBuckets(pages(['/a']), new Map(), () => 99, 10)).toHaveLength(1)
  })

  it('gives no bucket for nothing', () => {
    expect(divideIntoBuckets([], new Map(), () => 1)).toEqual([])
  })
})

/** The smallest aligned run of a power of two of places that has both. */
function smallestRun(first: number, last: number): { readonly start: number; readonly size: number } {
  let size = 1
  while (Math.floor(first / size) !== Math.floor(last / size)) size *= 2
  return { start: Math.floor(first / size) * size, size }
}

describe('hashStem', () => {
  it('gives the numbers that releases store', () => {
    expect(hashStem('/feed' as Stem)).toBe(0b01000001001100001000111101101010)
    expect(hashStem('/articles/perché' as Stem)).toBe(0b10010001011001101001111001100101)
  })

  it.each(COLLIDING)('gives %s and %s the same', (one, other) => {
    expect(hashStem(one)).toBe(hashStem(other))
  })

  it('spreads stems that differ in one digit', () => {
    const halves = Array.from({ length: 1000 }, (_, index) => hashStem(`/articles/${index}` as Stem) >>> 31)
    const zeros = halves.filter((digit) => digit === 0).length
    expect(zeros).toBeGreaterThan(400)
    expect(zeros).toBeLessThan(600)
  })
})
