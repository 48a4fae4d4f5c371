import type { FeedReaderKind } from './feed-reader.ts'
import { JsonFeedReader } from './json-feed-reader.ts'
import { XmlFeedReader } from './xml-feed-reader.ts'

/** The readers of foreign feeds. The first that recognises a document reads it. */
export const FEED_READERS: readonly FeedReaderKind[] = [
  { recognises: (beginning) => beginning.startsWith('{'), open: (onItem) => new JsonFeedReader(onItem) },
  // Everything else. Readers forgive text before the first tag.
  { recognises: () => true, open: (onItem) => new XmlFeedReader(onItem) },
]
