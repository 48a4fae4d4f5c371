import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ADDRESSES } from '../../src/model/addresses.ts'
import { renderArticleJson } from '../../src/pages/article-json.ts'
import { renderArticleMarkdown } from '../../src/pages/article-markdown.ts'
import { renderStatusJson, renderStatusText } from '../../src/pages/status-page.ts'
import { richArticle } from './sample-articles.ts'
import { ORIGIN, sampleFeed, samplePages, sampleSite } from './sample-pages.ts'

const GOLDEN = join(import.meta.dirname, '../golden')

const article = richArticle(ORIGIN)
const url = `${ORIGIN}/articles/${article.slug}`
const feed = sampleFeed(sampleSite(), ADDRESSES.feed.stem)

describe('pages, whole', () => {
  it.each([
    ...Object.entries(samplePages()).map(([name, { text }]) => [`${name}.html`, text]),
    ['article.json', renderArticleJson(article, url)],
    ['article.md', renderArticleMarkdown(article, url)],
    ['not-found.json', renderStatusJson('not-found', feed)],
    ['not-found.txt', renderStatusText('not-found', feed)],
    ['gone.json', renderStatusJson('gone', feed)],
    ['gone.txt', renderStatusText('gone', feed)],
  ])('are, as %s, the golden document', async (name, document) => {
    await expect(document).toMatchFileSnapshot(join(GOLDEN, name ?? ''))
  })
})
