import fc from 'fast-check'
import { instant } from '../../src/model/instant.ts'
import type { Content, Representation, Resource, Stem } from '../../src/model/resource.ts'

/** A resource with one page of so many bytes. */
export function aPage(stem: string, bytes = 100, etag = stem): Content {
  return {
    kind: 'content',
    stem: stem as Stem,
    representations: [aRepresentation({ etag, body: new Uint8Array(bytes) })],
  }
}

/** A representation for tests: a small page. */
export function aRepresentation(overrides: Partial<Representation> = {}): Representation {
  const body = overrides.body ?? new TextEncoder().encode('<p>x</p>')
  return {
    form: 'html',
    type: 'text/html; charset=utf-8',
    etag: 'abc',
    lastModified: instant(Date.UTC(2025, 11, 28, 11, 0, 0, 250)),
    coding: 'identity',
    body,
    ...overrides,
  }
}

const text = fc.string({ unit: 'binary' }).map((value) => value.toWellFormed())

const representation = fc
  .record({
    form: text,
    type: text,
    etag: text,
    lastModified: fc.option(fc.integer({ min: 1, max: 4e12 }).map(instant), { nil: undefined }),
    coding: fc.constantFrom('identity' as const, 'gzip' as const),
    body: fc.uint8Array(),
    lengths: fc.array(fc.tuple(fc.nat({ max: 1e6 }), fc.nat({ max: 1e6 }))),
  })
  .map(({ lastModified, lengths, ...rest }): Representation => {
    let at = 0
    const entries = lengths.map(([gap, length]) => {
      const start = at + gap
      at = start + length
      return { start, end: at }
    })
    return {
      ...rest,
      ...(lastModified !== undefined && { lastModified }),
      ...(entries.length > 0 && { entries }),
    }
  })

/** Any resources, each under a stem of its own. */
export const anyResources: fc.Arbitrary<readonly Resource[]> = fc.uniqueArray(
  fc.oneof(
    fc.record({
      kind: fc.constant('content' as const),
      stem: text.map((value) => value as Stem),
      representations: fc.array(representation),
    }),
    fc.record({
      kind: fc.constant('moved' as const),
      stem: text.map((value) => value as Stem),
      location: text,
    }),
    fc.record({ kind: fc.constant('gone' as const), stem: text.map((value) => value as Stem) }),
  ),
  { selector: ({ stem }) => stem },
)
