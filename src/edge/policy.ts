import type { AddressPolicy } from '../model/addresses.ts'
import { FEED_MAX_AGE_SECONDS } from '../model/feed-format.ts'
import type { Instant } from '../model/instant.ts'

/** The kinds of answers that are cached each in a way of its own. */
export type PolicyName = AddressPolicy | 'moved' | 'notFound' | 'gone' | 'badRequest'

/** How long clients and Cloudflare may keep an answer, in seconds. */
interface Policy {
  readonly client: number
  /** Cloudflare's cache, where the publisher has put one in front of the Worker. */
  readonly edge: number
  /** How long that cache may go on with a stale answer while it fetches a new one, and while fetching fails. */
  readonly staleWhileRevalidate: number
  readonly staleIfError: number
  readonly immutable?: true
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const YEAR = 365 * DAY

/** A failing origin is no reason to lose a reader: a week is longer than any failure, and shorter than a publication. */
const STALE_IF_ERROR = 7 * DAY

const POLICIES: Readonly<Record<PolicyName, Policy>> = {
  // Readers ask every half hour, as `<ttl>` says; the edge looks every minute, so a new article is out within one.
  feed: {
    client: FEED_MAX_AGE_SECONDS,
    edge: MINUTE,
    staleWhileRevalidate: DAY,
    staleIfError: STALE_IF_ERROR,
  },
  // A correction is seen within five minutes; asking again costs a 304.
  article: { client: 5 * MINUTE, edge: MINUTE, staleWhileRevalidate: DAY, staleIfError: STALE_IF_ERROR },
  page: { client: 5 * MINUTE, edge: MINUTE, staleWhileRevalidate: DAY, staleIfError: STALE_IF_ERROR },
  // Its URL is made from its bytes: it never changes.
  media: { client: YEAR, edge: YEAR, staleWhileRevalidate: 0, staleIfError: STALE_IF_ERROR, immutable: true },
  // An alias never changes its mind; an hour spares most readers the detour, and leaves a mistake a short life.
  moved: { client: HOUR, edge: HOUR, staleWhileRevalidate: DAY, staleIfError: STALE_IF_ERROR },
  // An article may appear at any moment where there was none, so nobody keeps its absence for long.
  notFound: { client: MINUTE, edge: 10, staleWhileRevalidate: 0, staleIfError: 0 },
  // What was withdrawn seldom comes back.
  gone: { client: HOUR, edge: 5 * MINUTE, staleWhileRevalidate: DAY, staleIfError: STALE_IF_ERROR },
  // It is the client's mistake, and the same until the client mends it.
  badRequest: { client: HOUR, edge: MINUTE, staleWhileRevalidate: 0, staleIfError: 0 },
}

/** Said of a failure, which is over when it is over, and of what was made for one client. */
export const NO_STORE = { 'Cache-Control': 'no-store' } as const

/**
 * The caching headers of an answer given at `now`: Cache-Control (RFC 9111 §5.2) for clients, Cloudflare-CDN-Cache-Control
 * (RFC 9213) for the edge, with RFC 5861's two kinds of staleness. None lasts past `nextChange`, the next moment at which
 * the answer changes by itself, where there is one; what is immutable does not care.
 */
export function cacheHeaders(name: PolicyName, now: Instant, nextChange?: Instant): Record<string, string> {
  const policy = POLICIES[name]
  if (policy.immutable) {
    const forEver = `public, max-age=${policy.client}, immutable`
    return { 'Cache-Control': forEver, 'Cloudflare-CDN-Cache-Control': forEver }
  }
  const left = nextChange === undefined ? Number.POSITIVE_INFINITY : Math.floor((nextChange - now) / 1000)
  const client = Math.min(policy.client, left)
  const edge = Math.min(policy.edge, left)
  // A stale answer would show what is past, or hide what is due. It may be given for the whole time or not at all: a
  // shorter one, which goes up to a week, would tell to the second when something is to come.
  const unlessDue = (stale: number): number => (left > policy.edge + stale ? stale : 0)
  const staleWhileRevalidate = unlessDue(policy.staleWhileRevalidate)
  return {
    'Cache-Control': `public, max-age=${client}`,
    'Cloudflare-CDN-Cache-Control': [
      `public, max-age=${edge}`,
      ...(staleWhileRevalidate > 0 ? [`stale-while-revalidate=${staleWhileRevalidate}`] : []),
      // Said even where it is nothing: Cloudflare takes silence for as long as it likes.
      `stale-if-error=${unlessDue(policy.staleIfError)}`,
    ].join(', '),
  }
}
