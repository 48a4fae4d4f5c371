import { describe, expect, it } from 'vitest'
import { chooseFeedArticles } from '../../src/feeds/choose-articles.ts'
import { aNumberedArticle } from '../support/an-article.ts'
import { renderDocuments } from '../support/render-documents.ts'

const SETTINGS = { items: 3, bytes: 1000, content: 'full', deltas: true, tombstoneDays: 30 } as const
const articles = [5, 4, 3, 2, 1].map((index) => aNumberedArticle(index))

describe('chooseFeedArticles', () => {
  it('takes as many as the settings allow', () => {
    expect(chooseFeedArticles(articles, SETTINGS, () => 1)).toEqual(articles.slice(0, 3))
  })

  it('stops before the one that goes over the bytes', () => {
    expect(chooseFeedArticles(articles, SETTINGS, () => 500)).toEqual(articles.slice(0, 2))
  })

  it('takes the first however large it is', () => {
    expect(chooseFeedArticles(articles, SETTINGS, () => 9999)).toEqual(articles.slice(0, 1))
  })

  it('passes over articles that stay out of feeds', () => {
    const hidden = articles.map((article, index) => ({ ...article, inFeeds: index !== 0 }))
    expect(chooseFeedArticles(hidden, SETTINGS, () => 1)).toEqual(hidden.slice(1, 4))
  })

  it('keeps a JSON Feed of large articles within its bytes', async () => {
    const large = articles.map((article) => ({ ...article, html: `<p>${'é'.repeat(40_000)}</p>` }))
    const { json } = await renderDocuments(large)
    expect(new TextEncoder().encode(json).length).toBeLessThanOrEqual(250_000)
    expect(JSON.parse(json).items).toHaveLength(3)
  })
})
