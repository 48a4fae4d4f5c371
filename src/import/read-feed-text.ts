import type { FeedItem } from '../ledger/feed-item.ts'
import { completeItem, type WrittenItem } from './complete-item.ts'
import type { FeedHead, FeedReader, FeedReaderKind } from './feed-reader.ts'
import { FEED_READERS } from './feed-readers.ts'

/** Receives each item as soon as it is read. */
export interface ItemSink {
  readonly onItem: (item: FeedItem) => void
  /** Called for an item without an id of its own. */
  readonly onUnidentified?: () => void
}

/**
 * Reads a document in RSS, RSS 1.0, Atom or JSON Feed as it arrives, as leniently as readers do. Its first character
 * distinguishes JSON from XML. An item without id and link is left out, because nothing identifies it. Only the current
 * piece of the document is in memory.
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

  /** Reads the next piece. Throws TooMuch. */
  write(text: string): void {
    if (this.#reader !== undefined) {
      this.#reader.write(text)
      return
    }
    // A document may begin with any amount of white space.
    this.#begun = (this.#begun + text).trimStart()
    if (this.#begun === '') return
    this.#reader = this.#kinds.find(({ recognises }) => recognises(this.#begun))?.open(this.#take)
    this.#reader?.write(this.#begun)
  }

  /** Ends the document. Gives its head, or undefined if it is not a feed in these formats. */
  finish(): FeedHead | undefined {
    return this.#reader?.finish()
  }
}
