import type {
  EntrySettings,
  FeedArticle,
  FeedDescription,
  FeedDocument,
  FeedFormatFacts,
} from './feed-description.ts'
import type { Fragment } from './rendition.ts'

/** A format in which every feed is published. `feeds/feed-formats.ts` has a row for each. */
export interface FeedFormat extends FeedFormatFacts {
  /** Renders an article's entry, for all feeds of this format that contain it. */
  readonly renderEntry: (item: FeedArticle, settings: EntrySettings) => string
  /** Renders a feed from rendered entries, in the order of the feed. */
  readonly renderDocument: (feed: FeedDescription, entries: readonly Fragment[]) => FeedDocument
}

/** Returns a format without its renderers, so that it can be sent to another thread. */
export function formatFacts({ form, name, type }: FeedFormat): FeedFormatFacts {
  return { form, name, type }
}

/**
 * How long a reader may keep a feed before it polls again: `<ttl>` in minutes, Cache-Control in seconds. Half an hour:
 * readers that obey (CommaFeed, Miniflux, Liferea) stay current, and cost 48 requests a day.
 */
export const FEED_MAX_AGE_SECONDS = 1800
