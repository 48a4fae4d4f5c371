import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { represent } from '../../src/bundle/represent.ts'
import { EPOCH, instant } from '../../src/model/instant.ts'
import type { Fragment, RenderedVersion, Rendition } from '../../src/model/rendition.ts'
import type { Representation, Stem } from '../../src/model/resource.ts'
import { compress } from '../../src/node/files/compress.ts'
import { firstContent } from '../support/a-resource.ts'
import { sha256 } from '../support/sha256.ts'

function representOne(rendition: Partial<Rendition>): Representation {
  const whole = { form: 'html', type: 'text/html; charset=utf-8', body: '', ...rendition }
  const versions = [{ from: EPOCH, shows: { kind: 'content' as const, renditions: [whole] } }]
  const resource = represent({ stem: '/x' as Stem, versions }, { digest: sha256, compress, deltas: true })
  const representation = firstContent(resource)?.representations[0]
  if (representation === undefined) throw new Error('nothing was represented')
  return representation
}

function bodyOf({ pieces }: Representation): Uint8Array {
  return Buffer.concat(pieces)
}

/** A feed of these words, at the end with a moment of its own. */
function aFeed(words: readonly Fragment[], head: string): RenderedVersion['shows'] {
  const body = [{ text: head.repeat(50), isEntry: false }, ...words, { text: '</feed>', isEntry: false }]
  return { kind: 'content', renditions: [{ form: 'rss', type: 'application/rss+xml', body }] }
}

describe('represent', () => {
  it('compresses a text where that pays, and gives it back', () => {
    const body = 'perché no? '.repeat(500)
    const representation = representOne({ body })
    expect(representation.coding).toBe('gzip')
    expect(bodyOf(representation).length).toBeLessThan(200)
    expect(gunzipSync(bodyOf(representation)).toString('utf8')).toBe(body)
  })

  it('leaves a short text as it is', () => {
    expect(representOne({ body: 'x'.repeat(859) }).coding).toBe('identity')
    expect(representOne({ body: 'x'.repeat(860) }).coding).toBe('gzip')
  })

  it('leaves pictures and what does not shrink as they are', () => {
    const noise = Uint8Array.from({ length: 5000 }, (_, index) =>
      Number.parseInt(sha256(Uint8Array.of(index % 256, index >> 8)).slice(0, 2), 16),
    )
    expect(representOne({ body: noise, type: 'application/octet-stream' }).coding).toBe('identity')
    expect(representOne({ body: new Uint8Array(5000), type: 'image/png' }).coding).toBe('identity')
  })

  it('tags the plain bytes, not the compressed ones', () => {
    const body = 'a'.repeat(2000)
    expect(representOne({ body }).etag).toBe(sha256(new TextEncoder().encode(body)).slice(0, 32))
  })

  it('compresses to the same bytes on every machine', () => {
    // What this text came to when the format was laid down: a change here changes the key of every pack.
    const body = bodyOf(representOne({ body: 'Le stesse parole danno gli stessi byte. '.repeat(100) }))
    expect(sha256(body)).toMatchInlineSnapshot(
      `"92389b3e4e35a8e2cccd7b8d2cdb4dc50cf0ac165a0bd20dd493ee9a8392a3c8"`,
    )
  })

  it('gives a feed the same bytes and tag whether it holds first or later, and shares its entries', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((word) => ({
      text: `<item>${word.repeat(900)}</item>`,
      isEntry: true,
    }))
    if (!a || !b || !c) throw new Error('no words')
    const later = [
      { from: EPOCH, shows: aFeed([a, b], '0') },
      { from: instant(1), shows: aFeed([c, a], '1') },
      { from: instant(2), shows: aFeed([b, c, a], '2') },
    ]
    const settings = { digest: sha256, compress, deltas: true }
    const series = represent({ stem: '/feed' as Stem, versions: later }, settings)
    const shown = series.versions.map(({ shows }) => (shows.kind === 'content' ? shows.representations : []))
    for (const [index, version] of later.entries()) {
      const whole = represent({ stem: '/feed' as Stem, versions: [{ ...version, from: EPOCH }] }, settings)
      const [first] = firstContent(whole)?.representations ?? []
      const [same] = shown[index] ?? []
      if (!first || !same) throw new Error('nothing was represented')
      expect(gunzipSync(bodyOf(same))).toEqual(gunzipSync(bodyOf(first)))
      expect([same.etag, same.entries]).toEqual([first.etag, first.entries])
    }
    expect(shown[0]?.[0]?.pieces).toHaveLength(1)
    const entryOfA = shown[1]?.[0]?.pieces[3]
    expect(entryOfA?.length).toBeGreaterThan(10)
    expect(shown[2]?.[0]?.pieces[4]).toBe(entryOfA)
  })
})
