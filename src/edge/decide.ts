import { parseFeedTag } from '../bundle/feed-tag.ts'
import type { Instant } from '../model/instant.ts'
import type { Representation } from '../model/resource.ts'
import { listMembers, memberParts } from './http/list-members.ts'
import { evaluatePreconditions, parseEntityTags } from './http/preconditions.ts'

/** How a request for a representation is answered. It is decided before the body is read. */
export type Decision =
  | { readonly kind: 'whole' | 'not-modified' | 'failed'; readonly etag: string }
  /** The first entries of a feed, or the entries that the client lacks. `places` are their indexes in the feed. */
  | { readonly kind: 'limited' | 'delta'; readonly etag: string; readonly places: readonly number[] }

/** Which part of a feed a client asks for. */
export interface FeedWishes {
  /** The greatest number of entries. */
  readonly limit?: number
  /** Whether the site sends deltas to clients that ask for them. */
  readonly deltas: boolean
}

/**
 * Decides how to answer a GET or HEAD for a representation. Preconditions come first (RFC 9110 §13.2.1), then the
 * choice of a feed's entries.
 */
export function decide(
  headers: Headers,
  representation: Representation,
  lastModified: Instant | undefined,
  wishes: FeedWishes,
): Decision {
  const { etag: whole, entries = [] } = representation
  const limited = wishes.limit !== undefined && wishes.limit < entries.length
  // A part of a feed is a representation of its own. Its tag is different from the tags of all whole feeds.
  const etag = limited ? `${whole.split('.')[0]}-limit-${wishes.limit}` : whole
  const outcome = evaluatePreconditions(headers, { etag, lastModified })
  if (outcome !== 'proceed') return { kind: outcome, etag }
  if (limited)
    return { kind: 'limited', etag, places: entries.slice(0, wishes.limit).map((_, place) => place) }
  const places = wishes.deltas && entries.length > 0 ? findMissingEntries(headers, etag) : undefined
  return places === undefined ? { kind: 'whole', etag } : { kind: 'delta', etag, places }
}

/**
 * Finds the entries that a client lacks. The client asks for them with `A-IM: feed` (RFC 3229, with the `feed` instance
 * manipulation), and its If-None-Match says which entries it has.
 *
 * Returns their indexes in the feed. Returns undefined if the whole feed must be sent: the tag says nothing about
 * entries, there are several tags, or the client lacks all entries or none.
 */
export function findMissingEntries(headers: Headers, etag: string): readonly number[] | undefined {
  if (!asksForDelta(headers.get('A-IM') ?? '')) return undefined
  const [tag, ...others] = parseEntityTags(headers.get('If-None-Match') ?? '')
  const entries = parseFeedTag(etag)
  const known = new Set(others.length === 0 && tag !== undefined ? parseFeedTag(tag) : undefined)
  const missing = entries?.flatMap((entry, place) => (known.has(entry) ? [] : [place])) ?? []
  return missing.length > 0 && missing.length < (entries?.length ?? 0) ? missing : undefined
}

/**
 * Whether a client accepts the instance manipulation `feed` (RFC 3229 §10.5.3): the header names it, with a weight
 * above 0.
 */
function asksForDelta(header: string): boolean {
  return listMembers(header.toLowerCase())
    .map(memberParts)
    .some(([name, ...parameters]) => name === 'feed' && !parameters.some((each) => /^q=0(\.0*)?$/.test(each)))
}
