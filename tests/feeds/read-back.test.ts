import fc from 'fast-check'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { parseFeed } from 'htmlparser2'
import RssParser from 'rss-parser'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/model/article.ts'
import { escapeHtml } from '../../src/model/escape.ts'
import { anArticle } from '../support/an-article.ts'
import { formsOf, renderForms } from './a-feed.ts'

/**
 * An article is written into each format and read back by parsers that share no code: feedsmith (fast-xml-parser),
 * rss-parser (xml2js on sax) and htmlparser2. Each must give what the author wrote: plain text where it is plain,
 * HTML where it is HTML.
 */
interface ReadBack {
  readonly title: string | undefined
  readonly html: string | undefined
  readonly id: string | undefined
  readonly url: string | undefined
}

const HOSTILE = [
  'Vec<T> & AT&T',
  'a ]]> b',
  '&amp; &lt;b&gt; &#65;',
  '<b>grassetto</b>',
  '<script>alert(1)</script>',
  '"doppie" e \'semplici\'',
  '😀 👩‍👩‍👧 🇮🇹',
  'שלום עולם ‏مرحبا',
  'é è ạ̈',
  'Привет, мир',
  '日本語の見出し',
  'slot:0: <![CDATA[slot:1:]]>',
  '$& $1 $$',
  'x'.repeat(65_536),
]

async function readBack(article: Article): Promise<Readonly<Record<string, ReadBack>>> {
  const { rss, atom, json } = renderForms([article])
  const rssParser = new RssParser()
  const [smithRss] = parseRssFeed(rss).items ?? []
  const [smithAtom] = parseAtomFeed(atom).entries ?? []
  const [smithJson] = parseJsonFeed(json).items ?? []
  const [saxRss] = (await rssParser.parseString(rss)).items
  const [saxAtom] = (await rssParser.parseString(atom)).items
  const parserRss = parseFeed(rss, { xmlMode: true })?.items[0]
  const parserAtom = parseFeed(atom, { xmlMode: true })?.items[0]
  return {
    'feedsmith, RSS': {
      title: smithRss?.title,
      html: smithRss?.content?.encoded,
      id: smithRss?.guid?.value,
      url: smithRss?.link,
    },
    'feedsmith, Atom': {
      title: smithAtom?.title?.value,
      html: smithAtom?.content?.value,
      id: smithAtom?.id,
      url: smithAtom?.links?.[0]?.href,
    },
    'feedsmith, JSON Feed': {
      title: smithJson?.title,
      html: smithJson?.content_html,
      id: smithJson?.id,
      url: smithJson?.url,
    },
    'rss-parser, RSS': {
      title: saxRss?.title,
      html: saxRss?.['content:encoded'],
      id: saxRss?.guid,
      url: saxRss?.link,
    },
    'rss-parser, Atom': {
      title: saxAtom?.title,
      html: saxAtom?.content,
      id: saxAtom?.['id'],
      url: saxAtom?.link,
    },
    // htmlparser2 gives no content:encoded, and takes an Atom summary for the description before the content.
    'htmlparser2, RSS': {
      title: parserRss?.title,
      html: article.html,
      id: parserRss?.id,
      url: parserRss?.link,
    },
    'htmlparser2, Atom': {
      title: parserAtom?.title,
      html: article.html,
      id: parserAtom?.id,
      url: parserAtom?.link,
    },
  }
}

function assertWellFormed(xml: string): void {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
}

function expected(article: Article): ReadBack {
  return {
    title: article.title,
    html: article.html,
    id: article.id,
    url: 'https://example.org/articles/uno',
  }
}

/** A line of text as the content rooms hand it over: legal, NFC, without white space at its ends. */
const line = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.constantFrom(...HOSTILE, ' ', '&', '<')).map((all) => all.join('')),
  )
  .map((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .filter((text) => text !== '' && !/[^\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.test(text))

describe('feeds', () => {
  it.each(HOSTILE.map((text) => [text.slice(0, 40), text]))(
    'give back the title %s',
    async (_name, title) => {
      const article = anArticle({ title })
      for (const [parser, read] of Object.entries(await readBack(article))) {
        expect(read, parser).toEqual(expected(article))
      }
    },
  )

  it.each(HOSTILE.map((text) => [text.slice(0, 40), text]))('give back the body %s', async (_name, text) => {
    const article = anArticle({
      html: `<p>${escapeHtml(text)}</p>\n<pre><code>a\n  b &amp;amp;</code></pre>`,
    })
    for (const [parser, read] of Object.entries(await readBack(article))) {
      expect(read, parser).toEqual(expected(article))
    }
  })

  it('give back any title and any body', async () => {
    await fc.assert(
      fc.asyncProperty(line, line, async (title, body) => {
        const article = anArticle({ title, html: `<p>${escapeHtml(body)}</p>` })
        for (const [parser, read] of Object.entries(await readBack(article))) {
          expect(read, parser).toEqual(expected(article))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('are well-formed with namespaces whatever any field holds', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'slot:0:',
        'slot:1:',
        'a"slot:2:<',
        'https://x.example/slot:1:.jpg',
        '<![CDATA[slot:0:]]>',
      ),
    )
    fc.assert(
      fc.property(anything, anything, anything, anything, (a, b, c, d) => {
        const article = anArticle({
          title: a,
          summary: b,
          html: c,
          tags: [d, a],
          authors: [{ name: b, email: c, url: d }],
          language: a,
          markdown: d,
          image: { url: b, type: c, alt: a },
          enclosures: [
            { url: d, type: a, title: b },
            { url: c, type: d },
          ],
          canonical: d,
        })
        const feed = {
          title: b,
          description: c,
          copyright: d,
          language: a,
          authors: [{ name: d }, { name: a, email: b }],
          hubs: [c],
          archive: { isArchive: false, previous: formsOf(a) },
        }
        const { rss, atom, json } = renderForms([article], feed)
        assertWellFormed(rss)
        assertWellFormed(atom)
        JSON.parse(json)
      }),
      { numRuns: 500 },
    )
  })

  it('give back names and addresses that look like what stands for others meanwhile', () => {
    const article = anArticle({
      title: 'He said "hi" & x',
      authors: [{ name: 'slot:0:' }],
      image: { url: 'https://x.example/slot:1:.jpg' },
    })
    const { rss, atom } = renderForms([article], { hubs: ['https://hub.example/slot:0:'] })
    assertWellFormed(rss)
    assertWellFormed(atom)
    expect(parseRssFeed(rss).items?.[0]?.dc?.creators).toEqual(['slot:0:'])
    expect(rss).toContain('<media:content url="https://x.example/slot:1:.jpg"')
    expect(atom).toContain('<link rel="hub" href="https://hub.example/slot:0:"/>')
  })

  it('give back tags, authors and summaries', async () => {
    const article = anArticle({
      tags: ['R&D <x>', 'Russia'],
      authors: [{ name: 'Ann & <Bob>', email: 'ann@example.org', url: 'https://example.org/?a=1&b=2' }],
      summary: 'Vec<T> & &amp;',
    })
    const { rss, atom, json } = renderForms([article])
    const rssItem = parseRssFeed(rss).items?.[0]
    const atomEntry = parseAtomFeed(atom).entries?.[0]
    const jsonItem = parseJsonFeed(json).items?.[0]
    expect(rssItem?.categories?.map(({ name }) => name)).toEqual(article.tags)
    expect(atomEntry?.categories?.map(({ term }) => term)).toEqual(article.tags)
    expect(jsonItem?.tags).toEqual(article.tags)
    expect(rssItem?.dc?.creators).toEqual(['Ann & <Bob>'])
    expect(atomEntry?.authors).toEqual([
      { name: 'Ann & <Bob>', email: 'ann@example.org', uri: 'https://example.org/?a=1&b=2' },
    ])
    expect(jsonItem?.authors).toEqual([{ name: 'Ann & <Bob>', url: 'https://example.org/?a=1&b=2' }])
    expect(rssItem?.description).toBe('Vec&lt;T&gt; &amp; &amp;amp;')
    expect(atomEntry?.summary?.value).toBe(article.summary)
    expect(jsonItem?.summary).toBe(article.summary)
  })
})
