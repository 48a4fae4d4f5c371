import type { FeedItem } from '../ledger/feed-item.ts'
import { TooMuch } from './budget.ts'
import { rootOf } from './document-root.ts'
import type { FeedHead } from './feed-reader.ts'
import { FEED_READERS } from './feed-readers.ts'
import { FeedTextReader } from './read-feed-text.ts'
import { shapeOf } from './xml-feed-shape.ts'

/** A whole document of a feed, in memory. */
export interface FeedPage extends FeedHead {
  readonly items: readonly FeedItem[]
  /** How many items have no id of their own. */
  readonly unidentified: number
}

/**
 * Parses a document in RSS, RSS 1.0, Atom or JSON Feed. Gives undefined if it is none of these. Links of items become
 * absolute by `base`. Throws TooMuch if the document is nested too deep, or if a part of it is too large.
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

/**
 * Parses a feed of any format, as leniently as readers do. Gives the TooMuch if it exceeds what readers accept, and
 * undefined if it is not a feed.
 */
export function readFeedDocument(text: string, base: string): FeedPage | TooMuch | undefined {
  try {
    return parseFeedPage(text, base)
  } catch (error) {
    if (error instanceof TooMuch) return error
    throw error
  }
}

/** The member that distinguishes a JSON Feed from other JSON. A text that quotes one has a backslash before each quotation mark. */
const JSON_FEED_VERSION = /(?<!\\)"version"\s*:\s*"https?:[^"]*jsonfeed\.org/

/** Whether a text seems to be a feed by its root, whatever it quotes, and even if it is not well-formed. */
export function looksLikeFeed(text: string): boolean {
  const root = rootOf(text)
  return root === '{' ? JSON_FEED_VERSION.test(text) : shapeOf(root) !== undefined
}

/** Whether a text is an HTML page. */
export function looksLikePage(text: string): boolean {
  return ['html', 'head', 'body'].includes(rootOf(text))
}
