import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BundleSettings, packBundle } from '../../src/bundle/bundle.ts'
import { decodeRelease } from '../../src/bundle/release-codec.ts'
import { openPack, readPackKey } from '../../src/bundle/verify-pack.ts'
import { EPOCH, instant } from '../../src/model/instant.ts'
import type { Resource, Stem } from '../../src/model/resource.ts'
import { aContent, anyResources, aPage, aResource } from '../support/a-resource.ts'
import { MemorySink } from '../support/memory-sink.ts'
import type { WholeBundle } from '../support/publish-in-memory.ts'
import { sha256 } from '../support/sha256.ts'

const about = {
  siteUrl: 'https://example.org',
  feedItems: 30,
  deltas: true,
  preview: false,
  hubs: [],
  changed: EPOCH,
  moments: [],
}
const SETTINGS = { about, order: new Map(), hotStems: [], hotBytes: 1000, digest: sha256 }

function pack(resources: readonly Resource[], settings: Omit<BundleSettings, 'sink'>): WholeBundle {
  const sink = new MemorySink()
  return { ...packBundle(resources, { ...settings, sink }), packs: sink.packs }
}

function site(count: number): readonly Resource[] {
  return Array.from({ length: count }, (_, index) => aPage(`/articles/${index}`, 4000))
}

/** Throws where a resource is not as it was in the pack that the release names, or is in two. */
function assertFound(resources: readonly Resource[], { release, packs }: WholeBundle): void {
  const finder = decodeRelease(release).packs
  const opened = new Map(packs.map((each) => [each.key, openPack(each, sha256)]))
  expect([...opened.keys()]).toEqual([...finder.list()].sort())
  expect([...opened.values()].reduce((sum, { size }) => sum + size, 0)).toBe(resources.length)
  for (const resource of resources) {
    const key = finder.find(resource.stem)
    expect(key && opened.get(key)?.get(resource.stem)).toEqual(resource)
  }
}

describe('packBundle', () => {
  it('has every resource in the one pack that the release names for it, in an order or not', () => {
    fc.assert(
      fc.property(
        anyResources,
        fc.array(fc.option(fc.nat({ max: 100 }), { nil: undefined })),
        fc.integer({ min: 0, max: 20_000 }),
        (resources, places, hotBytes) => {
          const shown = resources.flatMap(({ versions, ...each }) =>
            versions.length > 0 ? { ...each, versions, later: [] } : [],
          )
          const order = new Map(
            shown.flatMap(({ stem }, index) => (places[index] === undefined ? [] : [[stem, places[index]]])),
          )
          assertFound(shown, pack(shown, { ...SETTINGS, order, hotBytes }))
        },
      ),
    )
    const resources = site(1200)
    const order = new Map(resources.map(({ stem }, index) => [stem, index]))
    assertFound(resources, pack(resources, SETTINGS))
    assertFound(resources, pack(resources, { ...SETTINGS, order }))
  })

  it('writes one pack anew where an article is changed, and its own run where one is added', () => {
    const resources = site(1200)
    const order = new Map(site(1201).map(({ stem }, index) => [stem, index]))
    const settings = { ...SETTINGS, order }
    const before = new Set(pack(resources, settings).packs.map(({ key }) => key))
    expect(before.size).toBe(5)
    for (const [name, changed] of [
      ['edited', resources.map((each, index) => (index === 300 ? aPage(each.stem, 4100, 'new') : each))],
      ['removed', resources.filter((_each, index) => index !== 300)],
      ['added', site(1201)],
    ] as const) {
      const { packs } = pack(changed, settings)
      const fresh = packs.filter(({ key }) => !before.has(key))
      expect(fresh, name).toHaveLength(1)
      expect(packs, name).toHaveLength(5)
    }
  })

  it('names every pack by its index, once', () => {
    const { packs, embedded } = pack(site(1200), SETTINGS)
    expect(packs.length).toBeGreaterThan(3)
    for (const { key, bytes } of [...packs, ...embedded]) expect(key).toBe(readPackKey(bytes, sha256))
    expect(new Set(packs.map(({ key }) => key)).size).toBe(packs.length)
  })

  it('is the same in whatever order the resources come', () => {
    const resources = site(1200)
    expect(pack([...resources].reverse(), SETTINGS)).toEqual(pack(resources, SETTINGS))
  })

  it('shares all packs but a handful with the same site and one article more', () => {
    const before = new Set(pack(site(6000), SETTINGS).packs.map(({ key }) => key))
    const after = pack(site(6001), SETTINGS).packs
    expect(before.size).toBeGreaterThan(20)
    expect(after.filter(({ key }) => !before.has(key)).length).toBeLessThanOrEqual(2)
  })

  it('throws where two resources share a stem', () => {
    expect(() => pack([aPage('/a'), aPage('/a')], SETTINGS)).toThrow('share a stem')
  })

  it('keeps the hot pack within its bytes, the most wanted first', () => {
    const resources = [
      aPage('/', 300),
      aPage('/feed', 5000),
      aPage('/articles/1', 300),
      aPage('/articles/2', 300),
    ]
    const hotStems = ['/', '/feed', '/articles/1', '/articles/2', '/none'].map((stem) => stem as Stem)
    const { embedded } = pack(resources, { ...SETTINGS, hotStems, hotBytes: 1200 })
    expect(embedded.flatMap((pack) => [...openPack(pack, sha256).keys()])).toEqual(['/', '/articles/1'])
  })

  it('has a hot copy hold until the resource changes, and none of what is not shown yet', () => {
    const changing = aResource('/', [
      { from: EPOCH, shows: aContent({ etag: '1' }) },
      { from: instant(1000), shows: aContent({ etag: '2' }) },
      { from: instant(2000), shows: { kind: 'gone' } },
    ])
    const scheduled = aResource('/soon', [{ from: instant(1000), shows: aContent() }])
    const { embedded } = pack([changing, scheduled, aPage('/large', 9000)], {
      ...SETTINGS,
      hotStems: ['/soon', '/'].map((stem) => stem as Stem),
      hotBytes: 1400,
    })
    const [hot] = embedded.map((pack) => [...openPack(pack, sha256).values()])
    expect(hot).toEqual([
      { stem: '/', versions: [{ from: EPOCH, shows: aContent({ etag: '1' }) }], later: [1000] },
    ])
  })

  it('has every pack ride along where they are small enough together', () => {
    const settings = { ...SETTINGS, hotStems: ['/articles/1' as Stem] }
    const whole = pack(site(4), { ...settings, hotBytes: 100_000 })
    const keys = whole.embedded.map(({ key }) => key)
    for (const { key } of whole.packs) expect(keys).toContain(key)
    expect(whole.embedded.filter((pack) => openPack(pack, sha256).size === 0)).toHaveLength(1)
    expect(pack(site(4), { ...settings, hotBytes: 5000 }).embedded).toHaveLength(1)
  })
})
