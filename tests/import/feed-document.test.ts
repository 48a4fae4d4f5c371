import { describe, expect, it } from 'vitest'
import { decodeDocument } from '../../src/import/decode-document.ts'
import { parseFeedPage } from '../../src/import/feed-document.ts'

const BASE = 'https://old.site/feed'
const MOMENT = Date.parse('2020-01-01T09:00:00Z')

const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>T</title>
<atom:link rel="self" href="https://old.site/feed"/><atom:link rel="next" href="/feed?paged=2"/>
<item><title>One</title><link>https://old.site/one</link><pubDate>Wed, 01 Jan 2020 10:00:00 +0100</pubDate>
<guid isPermaLink="false">https://old.site/?p=1&amp;x=2</guid></item>
<item><title>Two</title><guid>https://old.site/two</guid></item>
<item><title>Three</title><link>https://old.site/three</link></item>
<item><title>Nothing</title></item></channel></rss>`

const RDF = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://old.site/">
<title>T</title><link>https://old.site/</link></channel><item rdf:about="https://old.site/1#x"><title>One</title>
<link>https://old.site/one</link><dc:date>2020-01-01T10:00:00+01:00</dc:date></item></rdf:RDF>`

const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><link rel="prev-archive" href="archive.xml"/>
<entry><id>tag:old.site,2020:1</id><title type="html">One</title><link rel="self" href="/x"/><link href="/one"/>
<published>2020-01-01T09:00:00Z</published><updated>2020-01-02T09:00:00Z</updated></entry></feed>`

const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'T',
  next_url: 'https://old.site/feed/2',
  items: [{ id: 'urn:one', url: '/one', title: 'One', date_published: '2020-01-01T10:00:00+01:00' }],
})

describe('parseFeedPage', () => {
  it('reads RSS: the guid as it is, else the link; nothing without either', () => {
    expect(parseFeedPage(RSS, BASE)).toMatchObject({
      items: [
        { id: 'https://old.site/?p=1&x=2', link: 'https://old.site/one', title: 'One', published: MOMENT },
        { id: 'https://old.site/two', link: 'https://old.site/two', title: 'Two' },
        { id: 'https://old.site/three', link: 'https://old.site/three', title: 'Three' },
      ],
      next: '/feed?paged=2',
    })
  })

  it('reads RSS 1.0', () => {
    expect(parseFeedPage(RDF, BASE)).toMatchObject({
      items: [{ id: 'https://old.site/1#x', link: 'https://old.site/one', title: 'One', published: MOMENT }],
    })
  })

  it('reads Atom', () => {
    expect(parseFeedPage(ATOM, BASE)).toMatchObject({
      items: [
        {
          ...{ id: 'tag:old.site,2020:1', link: 'https://old.site/one', title: 'One', published: MOMENT },
          updated: MOMENT + 86_400_000,
        },
      ],
      next: 'archive.xml',
    })
  })

  it('reads JSON Feed', () => {
    expect(parseFeedPage(JSON_FEED, BASE)).toMatchObject({
      items: [{ id: 'urn:one', link: 'https://old.site/one', title: 'One', published: MOMENT }],
      next: 'https://old.site/feed/2',
    })
  })

  it.each(['', 'hello', '<html><body>hello</body></html>', '{"a":1}', '<rss'])('refuses %j', (text) => {
    expect(parseFeedPage(text, BASE)?.items ?? []).toEqual([])
  })
})

describe('decodeDocument', () => {
  const latin = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>è</a>', 'latin1')

  it('goes by the declaration', () => {
    expect(decodeDocument(latin, 'text/xml')).toContain('<a>è</a>')
  })

  it('goes by the media type before the declaration', () => {
    const utf8 = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>è</a>')
    expect(decodeDocument(utf8, 'text/xml; charset="utf-8"')).toContain('<a>è</a>')
  })

  it('goes by the mark before all', () => {
    const utf16 = Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from('<a>è</a>', 'utf16le')])
    expect(decodeDocument(utf16, 'text/xml; charset=utf-8')).toBe('<a>è</a>')
  })

  it('takes an encoding that nobody knows for UTF-8', () => {
    expect(decodeDocument(Buffer.from('è'), 'text/xml; charset=nonsense')).toBe('è')
  })
})
