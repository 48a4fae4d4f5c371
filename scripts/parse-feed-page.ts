import type { FeedItem } from '../src/ledger/feed-item.ts'
import type { FeedHead } from './foreign-feed/feed-reader.ts'
import { FEED_READERS } from './foreign-feed/feed-readers.ts'
import { FeedTextReader } from './foreign-feed/read-feed-text.ts'

/** A document of a feed that is held whole. */
export interface FeedPage extends FeedHead {
  readonly items: readonly FeedItem[]
  /** How many items have no id of their own. */
  readonly unidentified: number
}

/**
 * Reads a document in RSS, RSS 1.0, Atom or JSON Feed; undefined where it is none of these. Links that items give are made
 * absolute by `base`. Throws TooMuch where it is nested too deep, or something in it is too large.
 */
export function parseFeedPage(text: string, base: string, kinds = FEED_READERS): FeedPage | undefined {
  const items: FeedItem[] = []
  let unidentified = 0
  const reader = new FeedTextReader(
    base,
    {
      onItem: (item) => items.push(item),
      onUnidentified: () => {
        unidentified += 1
      },
    },
    kinds,
  )
  reader.write(text)
  const head = reader.finish()
  return head && { ...head, items, unidentified }
}
