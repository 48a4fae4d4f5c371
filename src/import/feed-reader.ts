import type { WrittenItem } from './complete-item.ts'
import type { ForeignFormat } from './foreign-formats.ts'

/** What a feed says of itself, as it is written. */
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
  /** What its end lacks where it has been cut off: `</rss>`. */
  readonly missingEnd?: string
  /** Why it holds fewer items than it seems to: completes "Cannot read …:". */
  readonly flaw?: string
}

/** Reads one document as it comes, and tells of each item as soon as it has been read. */
export interface FeedReader {
  /** Throws TooMuch. */
  write(text: string): void
  /** What the whole of it says; undefined where it is no feed that this reader knows. */
  finish(): FeedHead | undefined
}

/** A kind of document, and the reader of it. */
export interface FeedReaderKind {
  /** Whether a document is of this kind, by its beginning without white space: one character or more. */
  readonly recognises: (beginning: string) => boolean
  readonly open: (onItem: (item: WrittenItem) => void) => FeedReader
}
