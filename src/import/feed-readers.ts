import type { FeedReaderKind } from './feed-reader.ts'
import { JsonFeedReader } from './json-feed-reader.ts'
import { XmlFeedReader } from './xml-feed-reader.ts'

/** The readers of foreign feeds, a row each. The first that recognises a document reads it. */
export const FEED_READERS: readonly FeedReaderKind[] = [
  { recognises: (beginning) => beginning.startsWith('{'), open: (onItem) => new JsonFeedReader(onItem) },
  // Everything else: text before the first tag is a mistake that readers forgive.
  { recognises: () => true, open: (onItem) => new XmlFeedReader(onItem) },
]
