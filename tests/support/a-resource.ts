import fc from 'fast-check'
import { EPOCH, instant } from '../../src/model/instant.ts'
import type { Content, Representation, Resource, Stem, Version } from '../../src/model/resource.ts'

/** A resource with one page of so many bytes. */
export function aPage(stem: string, bytes = 100, etag = stem): Resource {
  return aResource(stem, [{ from: EPOCH, shows: aContent({ etag, pieces: [new Uint8Array(bytes)] }) }])
}

/** A resource with these versions. */
export function aResource(stem: string, versions: readonly Version[]): Resource {
  return { stem: stem as Stem, versions, later: [] }
}

/** A content with one representation. */
export function aContent(overrides: Partial<Representation> = {}): Content {
  return { kind: 'content', representations: [aRepresentation(overrides)] }
}

/** A representation for tests: a small page. */
export function aRepresentation(overrides: Partial<Representation> = {}): Representation {
  return {
    form: 'html',
    type: 'text/html; charset=utf-8',
    etag: 'abc',
    lastModified: instant(Date.UTC(2025, 11, 28, 11, 0, 0, 250)),
    coding: 'identity',
    pieces: [new TextEncoder().encode('<p>x</p>')],
    ...overrides,
  }
}

/** What a resource shows at first, where that is a content. */
export function firstContent(resource: Resource | undefined): Content | undefined {
  const shows = resource?.versions[0]?.shows
  return shows?.kind === 'content' ? shows : undefined
}

const text = fc.string({ unit: 'binary' }).map((value) => value.toWellFormed())
const moment = fc.integer({ min: 1, max: 4e12 }).map(instant)

const representation = fc
  .record({
    form: text,
    type: text,
    etag: text,
    lastModified: fc.option(moment, { nil: undefined }),
    coding: fc.constantFrom('identity' as const, 'gzip' as const),
    pieces: fc.array(fc.uint8Array()),
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

/** Any versions of a resource. */
export const anyVersions: fc.Arbitrary<readonly Version[]> = fc.array(
  fc.record({
    from: moment,
    shows: fc.oneof(
      fc.record({ kind: fc.constant('content' as const), representations: fc.array(representation) }),
      fc.record({ kind: fc.constant('moved' as const), location: text }),
      fc.record({ kind: fc.constant('gone' as const) }),
    ),
  }),
)

/** Any resources, each under a stem of its own. */
export const anyResources: fc.Arbitrary<readonly Resource[]> = fc.uniqueArray(
  fc.record({ stem: text.map((value) => value as Stem), versions: anyVersions, later: fc.array(moment) }),
  { selector: ({ stem }) => stem },
)
