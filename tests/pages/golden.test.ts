import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Slug } from '../../src/model/article.ts'
import { FEED_STEM } from '../../src/model/stems.ts'
import { renderArticleJson } from '../../src/pages/article-json.ts'
import { renderArticleMarkdown } from '../../src/pages/article-markdown.ts'
import { renderArticlePage } from '../../src/pages/article-page.ts'
import { renderHomePage } from '../../src/pages/home-page.ts'
import { renderNotFoundJson, renderNotFoundPage, renderNotFoundText } from '../../src/pages/not-found.ts'
import { describeFeed } from '../../src/publish/describe-feed.ts'
import { anArticle, aSite } from '../support/an-article.ts'

const GOLDEN = join(import.meta.dirname, '../golden')

const site = aSite({ copyright: '© 2025 <Strillone>', authors: [{ name: 'Redazione' }] })
const article = anArticle({
  slug: 'prezzi-e-qualita' as Slug,
  title: 'Prezzi & «qualità» <b>',
  summary: 'Un "riassunto" con <segni>.',
  html: '<p>Testo <em>sanificato</em>.</p>',
  markdown: 'Testo *sanificato*.',
  text: 'Testo sanificato.',
  authors: [{ name: 'Ada <Rossi>' }, { name: 'Bo & Li' }],
  tags: ['Città'],
  section: 'cronaca',
})
const english = anArticle({ slug: 'rain' as Slug, title: 'Rain', language: 'en', summary: '' })
const feed = describeFeed(site, FEED_STEM, [article, english])
const url = 'https://example.org/articles/prezzi-e-qualita'

describe('pages, whole', () => {
  it.each([
    ['home.html', renderHomePage([article, english], site, feed)],
    ['home-empty.html', renderHomePage([], site, feed)],
    ['home-english.html', renderHomePage([article], aSite({ language: 'en-GB', description: '' }), feed)],
    ['article.html', renderArticlePage(article, site, feed)],
    ['article.json', renderArticleJson(article, url)],
    ['article.md', renderArticleMarkdown(article, url)],
    ['not-found.html', renderNotFoundPage(site, feed)],
    ['not-found.json', renderNotFoundJson(feed)],
    ['not-found.txt', renderNotFoundText(feed)],
  ])('are, as %s, the golden document', async (name, document) => {
    await expect(document).toMatchFileSnapshot(join(GOLDEN, name))
  })
})
