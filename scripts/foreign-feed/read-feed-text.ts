import type { FeedItem } from '../../src/ledger/feed-item.ts'
import { completeItem, type WrittenItem } from './complete-item.ts'
import { JsonFeedReader } from './json-feed-reader.ts'
import { XmlFeedReader } from './xml-feed-reader.ts'

export type FeedFormat = 'rss' | 'atom' | 'rdf' | 'json'

/** What a feed says of itself, as it is written. */
export interface FeedHead {
  readonly format: FeedFormat
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

/** Reads one document of a format as it comes. */
export interface FormatReader {
  /** Throws TooMuch. */
  write(text: string): void
  /** What the whole of it says; undefined where it is no feed of the format. */
  finish(): FeedHead | undefined
}

/** What is told of each item as soon as it has been read. */
export interface ItemSink {
  readonly onItem: (item: FeedItem) => void
  /** Of one without an id of its own. */
  readonly onUnidentified?: () => void
}

/**
 * Reads a document in RSS, RSS 1.0, Atom or JSON Feed, piece by piece, leniently as readers do. Its first character tells
 * JSON from XML. An item without an id and a link cannot be told from others, and is left out. No more is kept of a document
 * than the piece that is being read.
 */
export class FeedTextReader {
  readonly #take: (item: WrittenItem) => void
  #begun = ''
  #reader: FormatReader | undefined

  constructor(base: string, { onItem, onUnidentified }: ItemSink) {
    this.#take = (written) => {
      if (written.isUnidentified) onUnidentified?.()
      const item = completeItem(written, base)
      if (item !== undefined) onItem(item)
    }
  }

  /** Throws TooMuch. */
  write(text: string): void {
    if (this.#reader !== undefined) {
      this.#reader.write(text)
      return
    }
    // White space may come for as long as it likes.
    this.#begun = (this.#begun + text).trimStart()
    if (this.#begun === '') return
    this.#reader = this.#begun.startsWith('{')
      ? new JsonFeedReader(this.#take)
      : new XmlFeedReader(this.#take)
    this.#reader.write(this.#begun)
  }

  /** Undefined where the document is none of these. */
  finish(): FeedHead | undefined {
    return this.#reader?.finish()
  }
}
