import { parseFeedTag } from '../bundle/feed-tag.ts'
import type { Instant } from '../model/instant.ts'
import type { Representation } from '../model/resource.ts'
import { listMembers, memberParts } from './http/list-members.ts'
import { evaluatePreconditions, parseEntityTags } from './http/preconditions.ts'

/** How a request for a representation is answered, before any of its bytes are looked at. */
export type Decision =
  | { readonly kind: 'whole' | 'not-modified' | 'failed'; readonly etag: string }
  /** The first entries of a feed, or those that the client lacks: `places` are theirs in the feed. */
  | { readonly kind: 'limited' | 'delta'; readonly etag: string; readonly places: readonly number[] }

/** What a client asks of a feed beyond the feed itself. */
export interface FeedWishes {
  /** How many entries at most. */
  readonly limit?: number
  /** Whether a delta may be sent to who asks for one. */
  readonly deltas: boolean
}

/**
 * Decides how to answer a GET or HEAD for a representation: preconditions first (RFC 9110 §13.2.1 has them before
 * everything that depends on the content), then which entries of a feed.
 */
export function decide(
  headers: Headers,
  representation: Representation,
  lastModified: Instant,
  wishes: FeedWishes,
): Decision {
  const { etag: whole, entries = [] } = representation
  const limited = wishes.limit !== undefined && wishes.limit < entries.length
  // Part of a feed is another representation, with a tag of its own that no whole feed has.
  const etag = limited ? `${whole.split('.')[0]}-limit-${wishes.limit}` : whole
  const outcome = evaluatePreconditions(headers, { etag, lastModified })
  if (outcome !== 'proceed') return { kind: outcome, etag }
  if (limited)
    return { kind: 'limited', etag, places: entries.slice(0, wishes.limit).map((_, place) => place) }
  const places = wishes.deltas && entries.length > 0 ? findMissingEntries(headers, etag) : undefined
  return places === undefined ? { kind: 'whole', etag } : { kind: 'delta', etag, places }
}

/**
 * The places of the entries that a client lacks, when it asks for them alone (`A-IM: feed`, RFC 3229 with the `feed`
 * instance manipulation) and shows by If-None-Match which ones it has. Undefined where the whole feed is to be sent: for
 * a tag that says nothing of entries, several tags, a client that has none of them, or one that lacks none.
 */
export function findMissingEntries(headers: Headers, etag: string): readonly number[] | undefined {
  if (!asksForDelta(headers.get('A-IM') ?? '')) return undefined
  const [tag, ...others] = parseEntityTags(headers.get('If-None-Match') ?? '')
  const entries = parseFeedTag(etag)
  const known = new Set(others.length === 0 && tag !== undefined ? parseFeedTag(tag) : undefined)
  const missing = entries?.flatMap((entry, place) => (known.has(entry) ? [] : [place])) ?? []
  return missing.length > 0 && missing.length < (entries?.length ?? 0) ? missing : undefined
}

/** Whether `feed` is among the instance manipulations that a client takes (RFC 3229 §10.5.3), and not with a weight of 0. */
function asksForDelta(header: string): boolean {
  return listMembers(header.toLowerCase())
    .map(memberParts)
    .some(([name, ...parameters]) => name === 'feed' && !parameters.some((each) => /^q=0(\.0*)?$/.test(each)))
}
