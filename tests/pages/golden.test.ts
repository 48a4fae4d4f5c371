import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Article, Slug } from '../../src/model/article.ts'
import type { Site } from '../../src/model/site.ts'
import { FEED_STEM } from '../../src/model/stems.ts'
import { renderAbsenceJson, renderAbsencePage, renderAbsenceText } from '../../src/pages/absence.ts'
import { renderArticleJson } from '../../src/pages/article-json.ts'
import { renderListItem } from '../../src/pages/article-list.ts'
import { renderArticleMarkdown } from '../../src/pages/article-markdown.ts'
import { renderArticlePage } from '../../src/pages/article-page.ts'
import { renderHomePage } from '../../src/pages/home-page.ts'
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

function home(articles: readonly Article[], on: Site): string {
  const items = articles.map((each) => renderListItem(each, on))
  return renderHomePage(items, on, feed)
    .map(({ text }) => text)
    .join('')
}

describe('pages, whole', () => {
  it.each([
    ['home.html', home([article, english], site)],
    ['home-empty.html', home([], site)],
    ['home-english.html', home([article], aSite({ language: 'en-GB', description: '' }))],
    ['article.html', renderArticlePage(article, site, feed)],
    ['article.json', renderArticleJson(article, url)],
    ['article.md', renderArticleMarkdown(article, url)],
    ['not-found.html', renderAbsencePage('not-found', site, feed)],
    ['not-found.json', renderAbsenceJson('not-found', feed)],
    ['not-found.txt', renderAbsenceText('not-found', feed)],
    ['gone.html', renderAbsencePage('gone', site, feed)],
    ['gone.json', renderAbsenceJson('gone', feed)],
    ['gone.txt', renderAbsenceText('gone', feed)],
  ])('are, as %s, the golden document', async (name, document) => {
    await expect(document).toMatchFileSnapshot(join(GOLDEN, name))
  })
})
