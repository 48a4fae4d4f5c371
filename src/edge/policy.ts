import { FEED_MAX_AGE_SECONDS } from '../model/feed-freshness.ts'

/** The kinds of answers that are cached each in a way of its own. */
export type PolicyName = 'feed' | 'article' | 'page' | 'media' | 'moved' | 'notFound' | 'gone' | 'error'

/** The Cache-Control (RFC 9111 §5.2) of each kind of answer. */
export const CACHE_CONTROL: Readonly<Record<PolicyName, string>> = {
  // What `<ttl>` says too.
  feed: `public, max-age=${FEED_MAX_AGE_SECONDS}`,
  // A correction is seen within five minutes; a 304 then costs next to nothing.
  article: 'public, max-age=300',
  page: 'public, max-age=300',
  // Its URL is made from its bytes.
  media: 'public, max-age=31536000, immutable',
  // An alias never changes its mind; an hour is enough to spare most readers the detour.
  moved: 'public, max-age=3600',
  // An article may appear at any moment where there was none.
  notFound: 'public, max-age=60',
  // What was withdrawn seldom comes back.
  gone: 'public, max-age=3600',
  // A failure is over when it is over.
  error: 'no-store',
}
