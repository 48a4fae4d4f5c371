import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Bundle, packBundle, type Snapshot } from '../../src/bundle/bundle.ts'
import { PackFinder } from '../../src/bundle/find-pack.ts'
import { decodePack } from '../../src/bundle/pack-codec.ts'
import { decodeRelease } from '../../src/bundle/release-codec.ts'
import { EPOCH, type Instant, instant } from '../../src/model/instant.ts'
import type { Resource, Stem } from '../../src/model/resource.ts'
import { aPage } from '../support/a-resource.ts'
import { sha256 } from '../support/sha256.ts'

const SITE = { siteUrl: 'https://example.org', feedItems: 30, deltas: true, hubs: [] }
const SETTINGS = { site: SITE, hotStems: [], hotBytes: 1000, digest: sha256 }

/** What a bundle holds under a stem at a moment, looked up as the edge does. */
function lookUp(bundle: Bundle, stem: Stem, now: Instant): Resource | undefined {
  const key = new PackFinder(decodeRelease(bundle.release)).find(stem, now)
  const pack = bundle.packs.find((each) => each.key === key)
  if (pack === undefined) throw new Error(`The bundle lacks ${key}`)
  return decodePack(pack.bytes).get(stem)
}

function site(count: number): readonly Resource[] {
  return Array.from({ length: count }, (_, index) => aPage(`/articles/${index}`, 4000))
}

describe('packBundle', () => {
  it('finds every resource of every state at every moment', () => {
    const states = fc
      .array(fc.subarray(Array.from({ length: 120 }, (_, index) => index)), { minLength: 1, maxLength: 5 })
      .map((subsets) =>
        subsets.map(
          (subset, index): Snapshot => ({
            from: instant(index * 1000),
            resources: subset.map((number) => aPage(`/articles/${number}`, 9000, `${number}-${index % 2}`)),
          }),
        ),
      )
    fc.assert(
      fc.property(states, (snapshots) => {
        const bundle = packBundle(snapshots, SETTINGS)
        for (const { from, resources } of snapshots) {
          const expected = new Map(resources.map((resource) => [resource.stem, resource]))
          for (let number = 0; number < 120; number++) {
            const stem = `/articles/${number}` as Stem
            expect(lookUp(bundle, stem, instant(from + 500))).toEqual(expected.get(stem))
          }
        }
      }),
      { numRuns: 20 },
    )
  })

  it('names every pack by the hash of its bytes, once', () => {
    const { packs, embedded } = packBundle([{ from: EPOCH, resources: site(300) }], SETTINGS)
    expect(packs.length).toBeGreaterThan(4)
    for (const { key, bytes } of [...packs, ...embedded]) expect(key).toBe(sha256(bytes))
    expect(new Set(packs.map(({ key }) => key)).size).toBe(packs.length)
  })

  it('is the same in whatever order the resources come', () => {
    const resources = site(300)
    const forwards = packBundle([{ from: EPOCH, resources }], SETTINGS)
    expect(packBundle([{ from: EPOCH, resources: [...resources].reverse() }], SETTINGS)).toEqual(forwards)
  })

  it('shares all packs but a handful with the same site and one article more', () => {
    const before = new Set(
      packBundle([{ from: EPOCH, resources: site(2000) }], SETTINGS).packs.map(({ key }) => key),
    )
    const after = packBundle([{ from: EPOCH, resources: site(2001) }], SETTINGS).packs
    expect(before.size).toBeGreaterThan(30)
    expect(after.filter(({ key }) => !before.has(key)).length).toBeLessThanOrEqual(2)
  })

  it('repeats nothing in a later table that holds already', () => {
    const resources = site(300)
    const { release } = packBundle(
      [
        { from: EPOCH, resources },
        { from: instant(1000), resources: [...resources, aPage('/articles/new')] },
        { from: instant(2000), resources: [...resources, aPage('/articles/new')] },
      ],
      SETTINGS,
    )
    const [first, second, third] = decodeRelease(release).timeline
    expect(first?.leaves.length).toBeGreaterThan(4)
    expect(second?.leaves.length).toBeLessThanOrEqual(2)
    expect(third?.leaves).toEqual([])
  })

  it('throws where two resources share a stem', () => {
    expect(() => packBundle([{ from: EPOCH, resources: [aPage('/a'), aPage('/a')] }], SETTINGS)).toThrow(
      'share a stem',
    )
  })

  it('keeps the hot pack within its bytes, the most wanted first', () => {
    const resources = [
      aPage('/', 300),
      aPage('/feed', 5000),
      aPage('/articles/1', 300),
      aPage('/articles/2', 300),
    ]
    const hotStems = ['/', '/feed', '/articles/1', '/articles/2', '/none'].map((stem) => stem as Stem)
    const { embedded } = packBundle([{ from: EPOCH, resources }], { ...SETTINGS, hotStems, hotBytes: 1200 })
    expect(embedded.flatMap(({ bytes }) => [...decodePack(bytes).keys()])).toEqual(['/', '/articles/1'])
  })

  it('tells from which moment a hot copy no longer holds', () => {
    const hotStems = ['/', '/a', '/b'].map((stem) => stem as Stem)
    const large = aPage('/large', 9000)
    const { release } = packBundle(
      [
        { from: EPOCH, resources: [aPage('/', 9, '1'), aPage('/a'), aPage('/b'), large] },
        { from: instant(1000), resources: [aPage('/', 9, '2'), aPage('/a'), aPage('/b'), large] },
        { from: instant(2000), resources: [aPage('/', 9, '1'), aPage('/a'), large] },
      ],
      { ...SETTINGS, hotStems, hotBytes: 1400 },
    )
    expect(decodeRelease(release).hotUntil).toEqual(
      new Map([
        ['/', 1000],
        ['/b', 2000],
      ]),
    )
  })

  it('has every pack ride along where they are small enough together, in every state', () => {
    const snapshots = [
      { from: EPOCH, resources: site(3) },
      { from: instant(1000), resources: site(4) },
    ]
    const whole = packBundle(snapshots, { ...SETTINGS, hotStems: ['/articles/1' as Stem], hotBytes: 100_000 })
    const keys = whole.embedded.map(({ key }) => key)
    for (const { key } of whole.packs) expect(keys).toContain(key)
    expect(whole.embedded.filter(({ bytes }) => decodePack(bytes).size === 0)).toHaveLength(1)
    const part = packBundle(snapshots, { ...SETTINGS, hotStems: ['/articles/1' as Stem], hotBytes: 5000 })
    expect(part.embedded).toHaveLength(1)
  })
})
