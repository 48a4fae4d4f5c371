import type { WrittenItem } from './complete-item.ts'
import type { ForeignFormat } from './foreign-formats.ts'

/** The properties of a feed, as written. */
export interface FeedHead {
  readonly format: ForeignFormat
  /** The feed's own address, as it states it. */
  readonly self?: string
  /** The address of its site. */
  readonly home?: string
  /** The addresses of its WebSub hubs. */
  readonly hubs: readonly string[]
  /** The address of the document with older items (RFC 5005 §3, §4). */
  readonly next?: string
  /** The end tag or bracket that a truncated feed lacks: `</rss>`. */
  readonly missingEnd?: string
  /** Why some items could not be read. Completes "Cannot read …:". */
  readonly flaw?: string
}

/** Reads one document as it arrives, and reports each item at once. */
export interface FeedReader {
  /** Reads the next piece. Throws TooMuch. */
  write(text: string): void
  /** Ends the document. Gives the head of the feed, or undefined if this reader does not know the format. */
  finish(): FeedHead | undefined
}

/** A kind of document, and its reader. */
export interface FeedReaderKind {
  /** Whether a document is of this kind. `beginning` is one character or more, without white space at its start. */
  readonly recognises: (beginning: string) => boolean
  readonly open: (onItem: (item: WrittenItem) => void) => FeedReader
}
