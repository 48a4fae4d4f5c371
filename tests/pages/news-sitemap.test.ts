import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Fragment } from '../../src/model/rendition.ts'
import { NEWS_SITEMAP_ARTICLES, renderNewsEntry, renderNewsSitemap } from '../../src/pages/news-sitemap.ts'
import { anArticle, aSite } from '../support/an-article.ts'
import { assertWellFormed } from './assert-well-formed.ts'

const site = aSite({ title: 'Strillone & amici' })
const url = 'https://example.org/articles/uno'

function whole(fragments: readonly Fragment[]): string {
  return fragments.map(({ text }) => text).join('')
}

describe('renderNewsSitemap', () => {
  it('gives the golden document', async () => {
    const entries = [
      renderNewsEntry(anArticle({ title: 'Prezzi & «qualità» <b>' }), url, site),
      renderNewsEntry(
        anArticle({ title: 'Rain', language: 'en-GB' }),
        'https://example.org/articles/rain',
        site,
      ),
    ]
    const sitemap = whole(renderNewsSitemap(entries))
    assertWellFormed(sitemap)
    await expect(sitemap).toMatchFileSnapshot(join(import.meta.dirname, '../golden/news-sitemap.xml'))
  })

  it('is a document without articles too', () => {
    assertWellFormed(whole(renderNewsSitemap([])))
  })

  it('holds a thousand articles and no more', () => {
    const entries = Array.from({ length: NEWS_SITEMAP_ARTICLES + 1 }, () =>
      renderNewsEntry(anArticle(), url, site),
    )
    expect(renderNewsSitemap(entries).slice(1, -1)).toEqual(entries.slice(0, -1))
  })
})

describe('renderNewsEntry', () => {
  it.each([
    ['it-CH', 'it'],
    ['fur', 'fur'],
    ['zh', 'zh-cn'],
    ['zh-Hans-SG', 'zh-cn'],
    ['zh-Hant', 'zh-tw'],
    ['zh-HK', 'zh-tw'],
  ])('calls the language %s %s', (language, expected) => {
    expect(renderNewsEntry(anArticle({ language }), url, site).text).toContain(
      `<news:language>${expected}</news:language>`,
    )
  })
})
