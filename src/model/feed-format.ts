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
  /** An article as it stands in every feed of this format that carries it. */
  readonly renderEntry: (item: FeedArticle, settings: EntrySettings) => string
  /** A feed of entries that were rendered before, in the order of the feed. */
  readonly renderDocument: (feed: FeedDescription, entries: readonly Fragment[]) => FeedDocument
}

/** A format without what renders it, as another thread can be sent it. */
export function formatFacts({ form, name, type }: FeedFormat): FeedFormatFacts {
  return { form, name, type }
}

/**
 * How long a reader may keep a feed before it requests it again: `<ttl>` in minutes, Cache-Control in seconds. Half an
 * hour: readers that obey (CommaFeed, Miniflux, Liferea) stay current, and cost 48 requests a day.
 */
export const FEED_MAX_AGE_SECONDS = 1800
