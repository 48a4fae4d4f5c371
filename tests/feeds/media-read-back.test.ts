import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import RssParser from 'rss-parser'
import { describe, expect, it } from 'vitest'
import { anArticle } from '../support/an-article.ts'
import { renderForms } from './a-feed.ts'

describe('feeds', () => {
  it('give back what comes with an article', async () => {
    const article = anArticle({
      enclosures: [
        {
          url: 'https://example.org/media/a.mp3?x=1&y=2',
          type: 'audio/mpeg',
          length: 9_876,
          title: 'L’intervista & <altro>',
          seconds: 754,
        },
        { url: 'https://example.org/media/b.pdf', type: 'application/pdf' },
      ],
    })
    const { rss, atom, json } = renderForms([article])
    const [audio, paper] = article.enclosures
    const rssItem = parseRssFeed(rss).items?.[0]
    expect(rssItem?.enclosures).toEqual([{ url: audio?.url, type: 'audio/mpeg', length: 9_876 }])
    expect(rssItem?.media?.contents).toEqual([
      {
        url: audio?.url,
        medium: 'audio',
        type: 'audio/mpeg',
        fileSize: 9_876,
        duration: 754,
        title: { value: audio?.title, type: 'plain' },
      },
      { url: paper?.url, type: 'application/pdf' },
    ])
    expect((await new RssParser().parseString(rss)).items[0]?.enclosure).toEqual({
      url: audio?.url,
      type: 'audio/mpeg',
      length: '9876',
    })
    expect(parseAtomFeed(atom).entries?.[0]?.links).toEqual([
      { rel: 'alternate', type: 'text/html', href: 'https://example.org/articles/uno' },
      { rel: 'enclosure', type: 'audio/mpeg', length: 9_876, title: audio?.title, href: audio?.url },
      { rel: 'enclosure', type: 'application/pdf', href: paper?.url },
    ])
    expect(parseJsonFeed(json).items?.[0]?.attachments).toEqual([
      {
        url: audio?.url,
        mime_type: 'audio/mpeg',
        title: audio?.title,
        size_in_bytes: 9_876,
        duration_in_seconds: 754,
      },
      { url: paper?.url, mime_type: 'application/pdf' },
    ])
  })

  it('give an enclosure of unknown length the length that RSS asks for', () => {
    const { rss } = renderForms([
      anArticle({ enclosures: [{ url: 'https://cdn.example/a.mp3', type: 'audio/mpeg' }] }),
    ])
    expect(rss).toContain('<enclosure length="0" type="audio/mpeg" url="https://cdn.example/a.mp3"/>')
  })

  it('give back the picture and what is told of it', () => {
    const image = { url: 'https://example.org/media/a.jpg', alt: 'Una <piazza> & "basta"' }
    const expectedMedia = [
      { url: image.url, medium: 'image', description: { value: image.alt, type: 'plain' } },
    ]
    const { rss, atom, json } = renderForms([anArticle({ image })])
    expect(parseRssFeed(rss).items?.[0]?.media?.contents).toEqual(expectedMedia)
    expect(parseAtomFeed(atom).entries?.[0]?.media?.contents).toEqual(expectedMedia)
    expect(parseJsonFeed(json).items?.[0]?.image).toBe(image.url)
  })
})
