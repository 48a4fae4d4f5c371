import type { WrittenItem } from './complete-item.ts'
import type { ForeignFormat } from './foreign-formats.ts'

/** What a feed says of itself, as written. */
export interface FeedHead {
  readonly format: ForeignFormat
  /** The address that it gives as its own. */
  readonly self?: string
  /** The address of the site that it gives. */
  readonly home?: string
  /** The WebSub hubs that it names. */
  readonly hubs: readonly string[]
  /** The address of the document with older items (RFC 5005 §3, §4). */
  readonly next?: string
  /** The end that a truncated feed lacks: `</rss>`. */
  readonly missingEnd?: string
  /** Why it holds fewer items than it seems to: completes "Cannot read …:". */
  readonly flaw?: string
}

/** Reads one document as it arrives, and reports each item as soon as it is read. */
export interface FeedReader {
  /** Throws TooMuch. */
  write(text: string): void
  /** The head of the feed; undefined where the document is no feed that this reader knows. */
  finish(): FeedHead | undefined
}

/** A kind of document, and the reader of it. */
export interface FeedReaderKind {
  /** Whether a document is of this kind, by its beginning without white space: one character or more. */
  readonly recognises: (beginning: string) => boolean
  readonly open: (onItem: (item: WrittenItem) => void) => FeedReader
}
