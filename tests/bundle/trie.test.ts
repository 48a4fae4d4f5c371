import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashStem } from '../../src/bundle/find-pack.ts'
import { divideIntoBuckets } from '../../src/bundle/trie.ts'
import type { Resource, Stem } from '../../src/model/resource.ts'
import { aPage } from '../support/a-resource.ts'

const stems = fc.uniqueArray(fc.webPath(), { minLength: 1, maxLength: 200 })

function pages(paths: readonly string[]): readonly Resource[] {
  return paths.map((path) => aPage(path))
}

describe('divideIntoBuckets', () => {
  it('puts each resource into the one bucket whose prefix its hash begins with', () => {
    fc.assert(
      fc.property(stems, fc.integer({ min: 1, max: 20 }), (paths, limit) => {
        const buckets = divideIntoBuckets(pages(paths), () => 1, limit)
        expect(buckets.flatMap(({ resources }) => resources.map(({ stem }) => stem)).sort()).toEqual(
          [...paths].sort(),
        )
        for (const { prefix, resources } of buckets) {
          for (const { stem } of resources) expect(hashStem(stem).startsWith(prefix)).toBe(true)
        }
      }),
    )
  })

  it('covers every hash with exactly one prefix', () => {
    fc.assert(
      fc.property(stems, fc.webPath(), (paths, any) => {
        const hash = hashStem(any as Stem)
        const covering = divideIntoBuckets(pages(paths), () => 1, 3).filter(({ prefix }) =>
          hash.startsWith(prefix),
        )
        expect(covering).toHaveLength(1)
      }),
    )
  })

  it('keeps every bucket within the limit while stems differ', () => {
    const buckets = divideIntoBuckets(
      pages(Array.from({ length: 1000 }, (_, index) => `/articles/${index}`)),
      () => 1,
      10,
    )
    expect(Math.max(...buckets.map(({ resources }) => resources.length))).toBeLessThanOrEqual(10)
    expect(buckets.length).toBeLessThan(250)
  })

  it('is the same in whatever order the resources come', () => {
    fc.assert(
      fc.property(stems, (paths) => {
        const forwards = divideIntoBuckets(pages(paths), () => 1, 4)
        expect(divideIntoBuckets(pages([...paths].reverse()), () => 1, 4)).toEqual(forwards)
      }),
    )
  })

  it('changes one bucket, or splits one, when a resource is added', () => {
    const before = pages(Array.from({ length: 300 }, (_, index) => `/articles/${index}`))
    const places = (resources: readonly Resource[]) =>
      divideIntoBuckets(resources, () => 1, 20).map(
        ({ prefix, resources: held }) => `${prefix}:${held.map(({ stem }) => stem)}`,
      )
    const known = new Set(places(before))
    const changed = places([...before, aPage('/articles/new')]).filter((place) => !known.has(place))
    expect(changed.length).toBeGreaterThan(0)
    expect(changed.length).toBeLessThanOrEqual(2)
  })

  it('lets a single resource weigh more than the limit', () => {
    expect(divideIntoBuckets(pages(['/a']), () => 99, 10)).toHaveLength(1)
  })

  it('gives one empty bucket for nothing', () => {
    expect(divideIntoBuckets([], () => 1)).toEqual([{ prefix: '', resources: [] }])
  })
})

describe('hashStem', () => {
  it('places stems where releases expect them', () => {
    expect(hashStem('/feed' as Stem)).toBe('01000001001100001000111101101010')
    expect(hashStem('/articles/perché' as Stem)).toBe('10010001011001101001111001100101')
  })

  it('spreads stems that differ in one digit', () => {
    const halves = Array.from({ length: 1000 }, (_, index) => hashStem(`/articles/${index}` as Stem)[0])
    const zeros = halves.filter((digit) => digit === '0').length
    expect(zeros).toBeGreaterThan(400)
    expect(zeros).toBeLessThan(600)
  })
})
