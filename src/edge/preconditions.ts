import type { Instant } from '../model/instant.ts'
import type { Representation } from '../model/resource.ts'

/** The quoted part of an entity-tag; what stands in quotes may itself hold commas (RFC 9110 §8.8.3). */
const ENTITY_TAG = /(?:W\/)?(?:"([^"]*)"|([^\s,"]+))/g

/**
 * Whether a client has the representation already (RFC 9110 §13.1.2, §13.1.3, in the order of §13.2.2).
 * A list of tags, weak comparison and `*` as the RFC has them; also tags whose quotes a reader has lost.
 */
export function isNotModified(
  headers: Headers,
  representation: Pick<Representation, 'etag' | 'lastModified'>,
): boolean {
  const ifNoneMatch = headers.get('If-None-Match')
  if (ifNoneMatch !== null) return matchesEntityTag(ifNoneMatch, representation.etag)
  const since = parseHttpDate(headers.get('If-Modified-Since'))
  if (since === undefined || representation.lastModified === undefined) return false
  // HTTP knows no fractions of a second: what changed within the second that the client names is what it has.
  return Math.floor(representation.lastModified / 1000) * 1000 <= since
}

function matchesEntityTag(header: string, etag: string): boolean {
  if (header.trim() === '*') return true
  return [...header.matchAll(ENTITY_TAG)].some(([, quoted, bare]) => (quoted ?? bare) === etag)
}

/** An HTTP-date in one of the three formats of RFC 9110 §5.6.7; anything else is no date and counts for nothing. */
function parseHttpDate(text: string | null): Instant | undefined {
  if (text === null || !/^[A-Z][a-z]{2,8},? [\w :-]+( GMT)?$/.test(text)) return undefined
  const milliseconds = Date.parse(/GMT$/.test(text) ? text : `${text} GMT`)
  return Number.isNaN(milliseconds) ? undefined : (milliseconds as Instant)
}
