import type { AddressPolicy } from '../model/addresses.ts'
import { FEED_MAX_AGE_SECONDS } from '../model/feed-format.ts'
import type { Instant } from '../model/instant.ts'

/** The kinds of answers that have a cache policy of their own. */
export type PolicyName = AddressPolicy | 'moved' | 'notFound' | 'gone' | 'badRequest'

/** How long clients and Cloudflare may cache an answer, in seconds. */
interface Policy {
  readonly client: number
  /** For Cloudflare's cache, if the publisher has put one in front of the Worker. */
  readonly edge: number
  /** How long that cache may serve a stale answer while it fetches a new one, and when the fetch fails. */
  readonly staleWhileRevalidate: number
  readonly staleIfError: number
  readonly immutable?: true
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const YEAR = 365 * DAY

/** A week is longer than any failure of the origin. Readers should get a stale answer rather than an error. */
const STALE_IF_ERROR = 7 * DAY

const POLICIES: Readonly<Record<PolicyName, Policy>> = {
  // Feed readers poll every half hour, as `<ttl>` says. The edge revalidates every minute, so a new article appears
  // within one minute.
  feed: {
    client: FEED_MAX_AGE_SECONDS,
    edge: MINUTE,
    staleWhileRevalidate: DAY,
    staleIfError: STALE_IF_ERROR,
  },
  // A correction appears within five minutes; revalidation costs a 304.
  article: { client: 5 * MINUTE, edge: MINUTE, staleWhileRevalidate: DAY, staleIfError: STALE_IF_ERROR },
  page: { client: 5 * MINUTE, edge: MINUTE, staleWhileRevalidate: DAY, staleIfError: STALE_IF_ERROR },
  // The URL is made from the bytes, so the content never changes.
  media: { client: YEAR, edge: YEAR, staleWhileRevalidate: 0, staleIfError: STALE_IF_ERROR, immutable: true },
  // An alias never changes. An hour saves most readers the redirect, and a mistake in it does not last long.
  moved: { client: HOUR, edge: HOUR, staleWhileRevalidate: DAY, staleIfError: STALE_IF_ERROR },
  // An article may appear here at any moment, so a 404 is cached only briefly.
  notFound: { client: MINUTE, edge: 10, staleWhileRevalidate: 0, staleIfError: 0 },
  // Withdrawn articles seldom come back.
  gone: { client: HOUR, edge: 5 * MINUTE, staleWhileRevalidate: DAY, staleIfError: STALE_IF_ERROR },
  // The client's request is wrong, and the answer is the same until the client corrects it.
  badRequest: { client: HOUR, edge: MINUTE, staleWhileRevalidate: 0, staleIfError: 0 },
}

/** For failures, which may end at any moment, and for answers that are made for one client. */
export const NO_STORE = { 'Cache-Control': 'no-store' } as const

/**
 * Renders the caching headers of an answer given at `now`: Cache-Control (RFC 9111 §5.2) for clients,
 * Cloudflare-CDN-Cache-Control (RFC 9213) for the edge, with the two kinds of staleness of RFC 5861. No caching time
 * lasts past `nextChange`, the next planned change of the answer; immutable answers have none.
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
  // A stale answer past the next change would show expired content or hide new content. The stale time is all or
  // nothing: a shortened one, at up to a week, would reveal the exact second of a planned publication.
  const unlessDue = (stale: number): number => (left > policy.edge + stale ? stale : 0)
  const staleWhileRevalidate = unlessDue(policy.staleWhileRevalidate)
  return {
    'Cache-Control': `public, max-age=${client}`,
    'Cloudflare-CDN-Cache-Control': [
      `public, max-age=${edge}`,
      ...(staleWhileRevalidate > 0 ? [`stale-while-revalidate=${staleWhileRevalidate}`] : []),
      // Sent even if it is 0: without it Cloudflare chooses a time of its own.
      `stale-if-error=${unlessDue(policy.staleIfError)}`,
    ].join(', '),
  }
}
