import { z } from 'zod'
import type { WrittenItem } from './complete-item.ts'
import type { FeedHead, FeedReader } from './feed-reader.ts'
import { JSON_FEED } from './foreign-formats.ts'
import { JsonSplitter } from './json-splitter.ts'
import { MOST_FIELD } from './limits.ts'

/** Characters. No address and no list of hubs is longer. */
const MOST_MEMBER = 100_000

/** The members of the feed that are read. */
const MEMBERS = ['version', 'feed_url', 'home_page_url', 'next_url', 'hubs', 'items']

/** Feeds have fewer hubs. */
const MOST_HUBS = 20

const text = z.string().optional().catch(undefined)

/** The version distinguishes a JSON Feed from other objects. The other members are read if they have the right type. */
const headSchema = z.object({
  version: z.string().regex(/jsonfeed\.org\/version\//),
  feed_url: text,
  home_page_url: text,
  next_url: text,
  hubs: z.array(z.object({ url: text }).catch({})).catch([]),
})

/** Some publishers write ids as numbers. Readers use them as written. */
const itemSchema = z.object({
  id: z
    .union([z.string(), z.number().transform(String)])
    .optional()
    .catch(undefined),
  url: text,
  external_url: text,
  title: text,
  date_published: text,
  date_modified: text,
})

/** Reads a JSON Feed as it arrives. */
export class JsonFeedReader implements FeedReader {
  readonly #onItem: (item: WrittenItem) => void
  readonly #members = new Map<string, unknown>()
  readonly #splitter: JsonSplitter
  #flaw: string | undefined

  constructor(onItem: (item: WrittenItem) => void) {
    this.#onItem = onItem
    this.#splitter = new JsonSplitter('items', {
      onMember: (name, json) => this.#takeMember(name, json),
      onElement: (json) => this.#takeItem(json),
    })
  }

  write(text: string): void {
    if (this.#flaw !== undefined || this.#splitter.isWhole) return
    try {
      this.#splitter.write(text)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      this.#flaw = 'it is no valid JSON'
    }
  }

  finish(): FeedHead | undefined {
    const isWhole = this.#splitter.isWhole || this.#flaw !== undefined
    // A truncated feed may lack the version too. Then `missingEnd` says so.
    const version = isWhole ? {} : { version: 'jsonfeed.org/version/' }
    const read = headSchema.safeParse({ ...version, ...Object.fromEntries(this.#members) })
    if (!read.success) return undefined
    const { feed_url: self, home_page_url: home, next_url: next, hubs } = read.data
    return {
      format: JSON_FEED,
      ...(self !== undefined && { self }),
      ...(home !== undefined && { home }),
      hubs: hubs.flatMap(({ url }) => url ?? []).slice(0, MOST_HUBS),
      ...(next !== undefined && { next }),
      ...(!isWhole && { missingEnd: '}' }),
      ...(this.#flaw !== undefined && { flaw: this.#flaw }),
    }
  }

  #takeMember(name: string, json: string): void {
    if (!MEMBERS.includes(name)) return
    if (name === 'items') this.#flaw ??= 'its items are no list'
    else if (json.length <= MOST_MEMBER) this.#members.set(name, JSON.parse(json))
  }

  #takeItem(json: string): void {
    const { id, url, external_url, title, date_published, date_modified } = itemSchema
      .catch({})
      .parse(JSON.parse(json))
    this.#onItem({
      ...{ id, link: url ?? external_url, title: title?.slice(0, MOST_FIELD) },
      ...{ published: date_published, updated: date_modified },
      isUnidentified: (id ?? '').trim() === '',
    })
  }
}
