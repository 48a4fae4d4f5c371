import type { Instant } from '../../model/instant.ts'
import { parseHttpDate } from './http-date.ts'
import { MOST_MEMBERS } from './list-members.ts'

/** The validators of the representation that the server has now. */
export interface Validators {
  /** An opaque-tag without quotes. Our tags are weak: all codings of the same bytes have the same tag. */
  readonly etag: string
  /** Undefined if the content has no date. Then dates that a client sends mean nothing (RFC 9110 §13.1.3, §13.1.4). */
  readonly lastModified: Instant | undefined
}

/** The result of a GET's or HEAD's preconditions (RFC 9110 §13.2.2). */
export type Outcome = 'proceed' | 'not-modified' | 'failed'

/** One entity-tag. A quoted tag may hold commas (RFC 9110 §8.8.3). Some readers drop the quotes. */
const ENTITY_TAG = /(?:W\/)?(?:"([^"]*)"|([^\s,"]+))/g

/**
 * Suffixes that compressing proxies append to a tag and may not remove: `-gzip` and `-br` (Apache's mod_deflate),
 * `--gzip` (Jetty), `;gzip` (others). Our tags never end in one.
 */
const CODING_SUFFIX = /(?:-{1,2}|[;:+])(?:gzip|br|zstd|deflate)$/i

/**
 * Evaluates the preconditions of a GET or HEAD whose answer would otherwise be a 200. Order of RFC 9110 §13.2.2:
 * If-Match, or If-Unmodified-Since without it; then If-None-Match, or If-Modified-Since without it. Invalid dates are
 * ignored.
 */
export function evaluatePreconditions(headers: Headers, validators: Validators): Outcome {
  const ifMatch = headers.get('If-Match')
  // If-Match compares strongly (§13.1.1). Our tags are weak, so only `*` matches.
  if (ifMatch !== null && ifMatch.trim() !== '*') return 'failed'
  const changed = validators.lastModified
  const unmodifiedSince = parseHttpDate(headers.get('If-Unmodified-Since'))
  if (ifMatch === null && changed !== undefined && unmodifiedSince !== undefined) {
    if (isLater(changed, unmodifiedSince)) return 'failed'
  }

  const ifNoneMatch = headers.get('If-None-Match')
  if (ifNoneMatch !== null) return matches(ifNoneMatch, validators.etag) ? 'not-modified' : 'proceed'
  const modifiedSince = parseHttpDate(headers.get('If-Modified-Since'))
  if (changed === undefined || modifiedSince === undefined) return 'proceed'
  return isLater(changed, modifiedSince) ? 'proceed' : 'not-modified'
}

/**
 * Parses the opaque-tags that a header lists, without quotes, weakness marks and proxy suffixes. It reads only the
 * first fifty tags: a client whose matching tag comes later gets the content again.
 */
export function parseEntityTags(header: string): readonly string[] {
  const tags: string[] = []
  for (const [, quoted, bare] of header.matchAll(ENTITY_TAG)) {
    if (tags.length === MOST_MEMBERS) break
    tags.push((quoted ?? bare ?? '').replace(CODING_SUFFIX, ''))
  }
  return tags
}

function matches(ifNoneMatch: string, etag: string): boolean {
  // A fast path: most readers send back the tag that they have received, and nothing else.
  if (ifNoneMatch === `W/"${etag}"`) return true
  if (ifNoneMatch.trim() === '*') return true
  // A search for the text costs a hundredth of parsing the tags.
  return ifNoneMatch.includes(etag) && parseEntityTags(ifNoneMatch).includes(etag)
}

/**
 * Whether the content has changed after a date. HTTP dates have whole seconds: a change within the named second counts
 * as known to the client.
 */
function isLater(changed: Instant, date: Instant): boolean {
  return Math.floor(changed / 1000) * 1000 > date
}
