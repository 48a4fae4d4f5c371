import type { FeedItem } from '../ledger/feed-item.ts'
import type { ReadLimits } from './limits.ts'

/** How much of a feed may still be read. Each method throws TooMuch if nothing is left. */
export class Budget {
  readonly limits: ReadLimits
  #received = 0
  #unpacked = 0
  #items = 0
  #characters = 0

  constructor(limits: ReadLimits) {
    this.limits = limits
  }

  receive(bytes: number): void {
    this.#received += bytes
    if (this.#received > this.limits.mostBytes)
      throw new TooMuch(`it is larger than ${inMegabytes(this.limits.mostBytes)}`)
  }

  unpack(bytes: number): void {
    this.#unpacked += bytes
    if (this.#unpacked > this.limits.mostBytes)
      throw new TooMuch(`it is larger than ${inMegabytes(this.limits.mostBytes)} when it is unpacked`)
  }

  keep({ id, link = '', title = '' }: FeedItem): void {
    this.#items += 1
    this.#characters += id.length + link.length + title.length
    if (this.#items > this.limits.mostItems)
      throw new TooMuch(`it has more than ${this.limits.mostItems} items`)
    if (this.#characters > this.limits.mostCharacters) {
      const most = this.limits.mostCharacters / 1_000_000
      throw new TooMuch(`its ids, links and titles have more than ${most} million characters together`)
    }
  }
}

/** Thrown if a document exceeds the limits. The message completes "Cannot read …:". */
export class TooMuch extends Error {
  override readonly name = 'TooMuch'
}

/** Renders a number of bytes in megabytes for messages. */
export function inMegabytes(bytes: number): string {
  if (bytes < 1e6) return `${bytes / 1e3} kB`
  return bytes < 1e9 ? `${bytes / 1e6} MB` : `${bytes / 1e9} GB`
}
