import { describe, expect, it } from 'vitest'
import type { WrittenItem } from '../../src/import/complete-item.ts'
import { parseFeedPage } from '../../src/import/feed-document.ts'
import type { FeedReader, FeedReaderKind } from '../../src/import/feed-reader.ts'
import { FEED_READERS } from '../../src/import/feed-readers.ts'
import { type ForeignFormat, JSON_FEED } from '../../src/import/foreign-formats.ts'

const BASE = 'https://old.site/feed'

const LINE_FEED: ForeignFormat = { key: 'lines', name: 'Lines', types: ['text/plain'] }

/** Reads a line an item, as `link title`, below the line `#lines`. */
class LineReader implements FeedReader {
  readonly #onItem: (item: WrittenItem) => void
  #text = ''

  constructor(onItem: (item: WrittenItem) => void) {
    this.#onItem = onItem
  }

  write(text: string): void {
    this.#text += text
  }

  finish() {
    for (const line of this.#text.split('\n').slice(1)) {
      const [link = '', ...title] = line.split(' ')
      const none = { published: undefined, updated: undefined }
      this.#onItem({ id: link, link, title: title.join(' '), isUnidentified: false, ...none })
    }
    return { format: LINE_FEED, hubs: [] }
  }
}

const LINES: FeedReaderKind = {
  recognises: (beginning) => beginning.startsWith('#'),
  open: (onItem) => new LineReader(onItem),
}

const KINDS = [LINES, ...FEED_READERS]

/** The same item in each format, of which each kind of reader has one at least. */
const DOCUMENTS: readonly (readonly [key: string, text: string])[] = [
  ['lines', '#lines\nhttps://old.site/one One'],
  [
    'rss',
    '<rss><channel><item><title>One</title><link>/one</link><guid>https://old.site/one</guid></item></channel></rss>',
  ],
  [
    'rdf',
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
     <item rdf:about="https://old.site/one"><title>One</title><link>/one</link></item></rdf:RDF>`,
  ],
  [
    'atom',
    `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>https://old.site/one</id><title>One</title>
     <link href="/one"/></entry></feed>`,
  ],
  [
    'json',
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      items: [{ id: 'https://old.site/one', url: '/one', title: 'One' }],
    }),
  ],
]

describe.each(DOCUMENTS)('a reader of foreign feeds: %s', (key, text) => {
  it('gives the items, and says which format it is', () => {
    const page = parseFeedPage(text, BASE, KINDS)
    expect(page?.items).toEqual([
      {
        ...{ id: 'https://old.site/one', link: 'https://old.site/one', title: 'One' },
        ...(key === 'atom' && { isAtom: true }),
      },
    ])
    expect(page?.format.key).toBe(key)
  })

  it('gives the same whatever the pieces in which it comes, after white space', () => {
    const items: WrittenItem[] = []
    const reader = KINDS.find(({ recognises }) => recognises(text))?.open((item) => items.push(item))
    for (const character of text) reader?.write(character)
    expect([reader?.finish()?.format.key, items.map(({ id }) => id)]).toEqual([key, ['https://old.site/one']])
    expect(parseFeedPage(`\n \t${text}`, BASE, KINDS)).toEqual(parseFeedPage(text, BASE, KINDS))
  })

  it('gives nothing of another document, and does not throw where it is cut off', () => {
    for (let length = 1; length < text.length; length += 7)
      expect(() => parseFeedPage(text.slice(0, length), BASE, KINDS)).not.toThrow()
    expect(parseFeedPage('<html><body>One</body></html>', BASE, KINDS)).toBeUndefined()
    expect(parseFeedPage('{"title": "One"}', BASE, KINDS)).toBeUndefined()
  })
})

describe('a reader of exports from WordPress', () => {
  const fields = (fields: Record<string, string>) =>
    Object.entries(fields).map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`)
  const anExport = (prefix: string, version: string, status: string, type: string) =>
    `<rss xmlns:${prefix}="http://wordpress.org/export/${version}/"><channel><item><guid>https://old.site/?p=1</guid>${fields(
      { [`${prefix}:status`]: status, [`${prefix}:post_type`]: type },
    ).join('')}</item></channel></rss>`

  it.each([
    ['publish', 'post', 1],
    ...['draft', 'private', 'pending', 'future', 'trash', 'inherit', 'auto-draft'].map(
      (status) => [status, 'post', 0] as const,
    ),
    ...['page', 'attachment', 'nav_menu_item', 'custom_css'].map((type) => ['publish', type, 0] as const),
  ] as const)('of %s and %s gives %i items: what the feed had', (status, type, count) => {
    for (const prefix of ['wp', 'x'])
      for (const version of ['1.0', '1.1', '1.2'])
        expect(parseFeedPage(anExport(prefix, version, status, type), BASE)?.items).toHaveLength(count)
  })
})

describe('FEED_READERS', () => {
  it('has the format of each document but the one that this test adds', () => {
    expect(parseFeedPage('#lines\na b', BASE)).toBeUndefined()
    expect(parseFeedPage(DOCUMENTS.at(-1)?.[1] ?? '', BASE)?.format).toBe(JSON_FEED)
  })
})
