import type { FeedItem } from '../ledger/feed-item.ts'
import { TooMuch } from './budget.ts'
import type { FeedHead } from './feed-reader.ts'
import { FEED_READERS } from './feed-readers.ts'
import { FeedTextReader } from './read-feed-text.ts'

/** A document of a feed, held whole. */
export interface FeedPage extends FeedHead {
  readonly items: readonly FeedItem[]
  /** How many items have no id of their own. */
  readonly unidentified: number
}

/**
 * Parses a document in RSS, RSS 1.0, Atom or JSON Feed; undefined where it is none of these. Links of items become
 * absolute by `base`. Throws TooMuch where the document is nested too deep, or a part of it is too large.
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

/** Reads a feed of any format, leniently as readers do; why it is more than any of them takes; undefined where it is none. */
export function readFeedDocument(text: string, base: string): FeedPage | TooMuch | undefined {
  try {
    return parseFeedPage(text, base)
  } catch (error) {
    if (error instanceof TooMuch) return error
    throw error
  }
}

/** Whether a text is meant to be a feed, well-formed or not. */
export function looksLikeFeed(text: string): boolean {
  const beginning = text.slice(0, 4096)
  return (
    /<(?:\w+:)?(?:rss|RDF)[\s>]|<(?:\w+:)?feed[\s>]/.test(beginning) ||
    /^[\s\ufeff]*\{.*jsonfeed\.org/s.test(beginning)
  )
}

/** Whether a text is an HTML page. */
export function looksLikePage(text: string): boolean {
  const beginning = text.slice(0, 4096).replace(/<!--.*?-->/gs, '')
  return /^[\s\ufeff]*<(?:!doctype html|html|head|body)\b/i.test(beginning)
}
