/**
 * How long a reader may keep a feed before it asks again: `<ttl>` says it in minutes, Cache-Control in seconds.
 * Half an hour: readers that obey (CommaFeed, Miniflux, Liferea) stay current, and cost 48 requests a day.
 */
export const FEED_MAX_AGE_SECONDS = 1800
