import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import { renderAtom, renderAtomEntry } from '../../src/feeds/atom.ts'
import { joinFeedDocument } from '../../src/feeds/feed-document.ts'
import { renderJsonFeed, renderJsonItem } from '../../src/feeds/json-feed.ts'
import { renderRss, renderRssItem } from '../../src/feeds/rss.ts'
import { FEED_STEM } from '../../src/model/stems.ts'
import { describeFeed } from '../../src/publish/describe-feed.ts'
import { aNumberedArticle, aSite } from '../support/an-article.ts'

const articles = [3, 2, 1].map((index) => aNumberedArticle(index))
const items = articles.map((article) => ({ article, url: `https://example.org/articles/${article.slug}` }))
const feed = describeFeed(aSite(), FEED_STEM, articles)

describe('joinFeedDocument', () => {
  it('gives a complete RSS document of the first entries alone', () => {
    const document = renderRss(
      feed,
      items.map((item) => renderRssItem(item, feed)),
    )
    expect(parseRssFeed(joinFeedDocument(document, 2)).items?.map(({ title }) => title)).toEqual([
      'Articolo 3',
      'Articolo 2',
    ])
  })

  it('gives a complete Atom document of the first entries alone', () => {
    const document = renderAtom(
      feed,
      items.map((item) => renderAtomEntry(item, feed)),
    )
    expect(parseAtomFeed(joinFeedDocument(document, 2)).entries?.map(({ id }) => id)).toEqual([
      'tag:example.org,2025:3',
      'tag:example.org,2025:2',
    ])
  })

  it('gives a complete JSON Feed of the first entries alone, and of none', () => {
    const document = renderJsonFeed(
      feed,
      items.map((item) => renderJsonItem(item, feed)),
    )
    expect(parseJsonFeed(joinFeedDocument(document, 1)).items?.map(({ id }) => id)).toEqual([
      'tag:example.org,2025:3',
    ])
    expect(JSON.parse(joinFeedDocument(document, 0)).items).toEqual([])
  })
})
