/**
 * How long a reader may keep a feed before it requests it again: `<ttl>` in minutes, Cache-Control in seconds. Half an
 * hour: readers that obey (CommaFeed, Miniflux, Liferea) stay current, and cost 48 requests a day.
 */
export const FEED_MAX_AGE_SECONDS = 1800
