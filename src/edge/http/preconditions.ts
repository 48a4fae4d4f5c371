import { EPOCH, type Instant } from '../../model/instant.ts'
import { parseHttpDate } from './http-date.ts'
import { MOST_MEMBERS } from './list-members.ts'

/** The validators of the representation that the server has now. */
export interface Validators {
  /** An opaque-tag without quotes. Our tags are weak: all codings of the same bytes have the same tag. */
  readonly etag: string
  /** The epoch of what was never changed. */
  readonly lastModified: Instant
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
  const unmodifiedSince = readDate(headers.get('If-Unmodified-Since'), validators)
  if (ifMatch === null && unmodifiedSince !== undefined && isLater(validators, unmodifiedSince))
    return 'failed'

  const ifNoneMatch = headers.get('If-None-Match')
  if (ifNoneMatch !== null) return matches(ifNoneMatch, validators.etag) ? 'not-modified' : 'proceed'
  const modifiedSince = readDate(headers.get('If-Modified-Since'), validators)
  if (modifiedSince === undefined) return 'proceed'
  return isLater(validators, modifiedSince) ? 'proceed' : 'not-modified'
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

/** A date that a client names; it says nothing about what was never changed (RFC 9110 §13.1.3, §13.1.4). */
function readDate(header: string | null, { lastModified }: Validators): Instant | undefined {
  return lastModified === EPOCH ? undefined : parseHttpDate(header)
}

/**
 * Whether the content has changed after a date. HTTP dates have whole seconds: a change within the named second counts
 * as known to the client.
 */
function isLater({ lastModified }: Validators, date: Instant): boolean {
  return Math.floor(lastModified / 1000) * 1000 > date
}
