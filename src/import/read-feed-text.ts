import type { FeedItem } from '../ledger/feed-item.ts'
import { completeItem, type WrittenItem } from './complete-item.ts'
import type { FeedHead, FeedReader, FeedReaderKind } from './feed-reader.ts'
import { FEED_READERS } from './feed-readers.ts'

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
  readonly #kinds: readonly FeedReaderKind[]
  #reader: FeedReader | undefined

  constructor(base: string, { onItem, onUnidentified }: ItemSink, kinds = FEED_READERS) {
    this.#kinds = kinds
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
    this.#reader = this.#kinds.find(({ recognises }) => recognises(this.#begun))?.open(this.#take)
    this.#reader?.write(this.#begun)
  }

  /** Undefined where the document is none of these. */
  finish(): FeedHead | undefined {
    return this.#reader?.finish()
  }
}
