import type { Instant } from '../../model/instant.ts'
import { parseHttpDate } from './http-date.ts'
import { MOST_MEMBERS } from './list-members.ts'

/** What a client may already have. */
export interface Validators {
  /** An opaque-tag without quotes. Ours are weak: the same for every coding of the same bytes. */
  readonly etag: string
  readonly lastModified: Instant
}

/** What the preconditions of a GET or HEAD come to (RFC 9110 §13.2.2). */
export type Outcome = 'proceed' | 'not-modified' | 'failed'

/** One entity-tag; what stands in quotes may hold commas (RFC 9110 §8.8.3). Some readers lose the quotes. */
const ENTITY_TAG = /(?:W\/)?(?:"([^"]*)"|([^\s,"]+))/g

/**
 * What proxies that compress an answer append to its tag, and some of them never take away: Apache's mod_deflate `-gzip` and
 * `-br`, Jetty's `--gzip`, others `;gzip`. No tag of ours ends so.
 */
const CODING_SUFFIX = /(?:-{1,2}|[;:+])(?:gzip|br|zstd|deflate)$/i

/**
 * Evaluates the preconditions of a GET or HEAD whose plain answer would be a 200, in the order of RFC 9110 §13.2.2:
 * If-Match, else If-Unmodified-Since; then If-None-Match, else If-Modified-Since. A date that is none counts for nothing.
 */
export function evaluatePreconditions(headers: Headers, validators: Validators): Outcome {
  const ifMatch = headers.get('If-Match')
  // §13.1.1 compares strongly: no weak tag of ours is ever the same, only `*` is met.
  if (ifMatch !== null && ifMatch.trim() !== '*') return 'failed'
  const unmodifiedSince = parseHttpDate(headers.get('If-Unmodified-Since'))
  if (ifMatch === null && unmodifiedSince !== undefined && isLater(validators, unmodifiedSince))
    return 'failed'

  const ifNoneMatch = headers.get('If-None-Match')
  if (ifNoneMatch !== null) return matches(ifNoneMatch, validators.etag) ? 'not-modified' : 'proceed'
  const modifiedSince = parseHttpDate(headers.get('If-Modified-Since'))
  if (modifiedSince === undefined) return 'proceed'
  return isLater(validators, modifiedSince) ? 'proceed' : 'not-modified'
}

/**
 * The opaque-tags that a header lists, without their quotes, the mark of weak ones and what a proxy appended. Of more than
 * fifty the first are read: a client that has only a later one gets the content once more.
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
  // Most readers send what they were given, and nothing else.
  if (ifNoneMatch === `W/"${etag}"`) return true
  if (ifNoneMatch.trim() === '*') return true
  // To look for the text costs little; to tell where each tag begins and ends costs a hundred times as much.
  return ifNoneMatch.includes(etag) && parseEntityTags(ifNoneMatch).includes(etag)
}

/** HTTP knows no fractions of a second: what changed within the second that a client names is what it has. */
function isLater({ lastModified }: Validators, date: Instant): boolean {
  return Math.floor(lastModified / 1000) * 1000 > date
}
