import { describe, expect, it } from 'vitest'
import { decodeDocument } from '../../src/import/decode-document.ts'
import { looksLikeFeed, looksLikePage, readFeedDocument } from '../../src/import/feed-document.ts'
import { FEED_QUOTES } from '../support/feed-quotes.ts'

const JSON_FEED = (quote: string) =>
  JSON.stringify({
    title: quote,
    version: 'https://jsonfeed.org/version/1.1',
    items: [{ id: 'a', title: quote }],
  })
const ATOM = (quote: string) =>
  `<?xml version="1.0"?><!-- ${quote} --><feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id><content><![CDATA[${quote}]]></content></entry></feed>`
const RSS = (quote: string) =>
  `<!-- ${quote} --><rss version="2.0"><channel><item><guid>a</guid><description><![CDATA[${quote}]]></description></item></channel></rss>`
const RDF = (quote: string) =>
  `<?xml-stylesheet href="${quote.includes('?>') ? '' : quote.replaceAll(/[<>"]/g, '')}"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item rdf:about="a"><title><![CDATA[${quote}]]></title></item></rdf:RDF>`

const FEEDS = { JSON_FEED, ATOM, RSS, RDF }
const OTHERS = {
  'a page': (quote: string) =>
    `<!doctype html>\n<html><head><!-- ${quote} --></head><textarea>${quote}</textarea>`,
  'a page in XHTML': (quote: string) =>
    `<?xml version="1.0"?><!-- ${quote} --><html xmlns="http://www.w3.org/1999/xhtml"><body>${quote}</body></html>`,
  'a list of feeds': (quote: string) => `<opml version="2.0"><!-- ${quote} --><body/></opml>`,
  'other JSON': (quote: string) => JSON.stringify({ title: quote, content_html: `<p>${quote}` }),
}

describe('the kind of a document', () => {
  it.each(Object.entries(FEEDS))('is a feed where %s quotes anything', (_, write) => {
    for (const quote of FEED_QUOTES) {
      const text = decodeDocument(Buffer.from(write(quote)), '')
      expect([quote, looksLikeFeed(text), looksLikePage(text)]).toEqual([quote, true, false])
      expect(readFeedDocument(text, 'https://old.site/')).toMatchObject({ items: [{ id: 'a' }] })
    }
  })

  it.each(Object.entries(OTHERS))('is no feed where %s quotes anything', (name, write) => {
    for (const quote of FEED_QUOTES) {
      const text = write(quote)
      expect([quote, looksLikeFeed(text), looksLikePage(text)]).toEqual([quote, false, name.includes('page')])
      expect(readFeedDocument(text, 'https://old.site/')).toBeUndefined()
    }
  })

  it.each([
    '\ufeff<rss>',
    ' \n<?xml version="1.0"?>\n<atom:feed xmlns:atom="http://www.w3.org/2005/Atom">',
    '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "x" [<!ENTITY a "<html>">]><rss>',
    `<!--${'a'.repeat(5000)}--><rss>`,
    'Warning: something in <stdin>\n<rss version="2.0">'.replace('<stdin>', '< 3'),
  ])('is a feed for %j, whatever comes before its root', (text) => {
    expect(looksLikeFeed(text)).toBe(true)
  })
})
