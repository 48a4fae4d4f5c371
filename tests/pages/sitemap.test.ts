import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { instant } from '../../src/model/instant.ts'
import type { Fragment } from '../../src/model/rendition.ts'
import {
  divideSitemap,
  renderSitemap,
  renderSitemapEntry,
  renderSitemapIndex,
  SITEMAP_BYTES,
  SITEMAP_URLS,
  type SitemapUrl,
} from '../../src/pages/sitemap.ts'
import { assertWellFormed } from './assert-well-formed.ts'

const GOLDEN = join(import.meta.dirname, '../golden')

const alternates = [
  { language: 'it', url: 'https://example.org/articles/pioggia' },
  { language: 'en', url: 'https://example.org/articles/rain' },
]
const URLS: readonly SitemapUrl[] = [
  { url: 'https://example.org/' },
  {
    url: 'https://example.org/articles/pioggia',
    lastModified: instant(Date.UTC(2025, 11, 28, 11)),
    alternates,
    image: { url: 'https://example.org/media/0a1b.jpg?a=1&b=<2>' },
  },
  { url: 'https://example.org/articles/rain', lastModified: instant(Date.UTC(2025, 11, 29)), alternates },
]

function whole(fragments: readonly Fragment[]): string {
  return fragments.map(({ text }) => text).join('')
}

/** How many pages each file tells of. */
function sizes(entries: readonly Fragment[]): readonly number[] {
  return divideSitemap(entries).map((file) => file.length - 2)
}

describe('renderSitemap', () => {
  it('gives the golden document', async () => {
    const sitemap = whole(renderSitemap(URLS))
    assertWellFormed(sitemap)
    await expect(sitemap).toMatchFileSnapshot(join(GOLDEN, 'sitemap.xml'))
  })

  it('has a piece for each page, the same in every sitemap', () => {
    expect(renderSitemap(URLS).slice(1, -1)).toEqual(URLS.map(renderSitemapEntry))
  })
})

describe('renderSitemapIndex', () => {
  it('gives the golden document', async () => {
    const index = renderSitemapIndex([1, 2].map((number) => `https://example.org/sitemap-${number}.xml?a&b`))
    assertWellFormed(index)
    await expect(index).toMatchFileSnapshot(join(GOLDEN, 'sitemap-index.xml'))
  })
})

describe('divideSitemap', () => {
  const entry = renderSitemapEntry({ url: 'https://example.org/articles/uno' })

  it('gives one sitemap where everything fits in it', () => {
    expect(divideSitemap(URLS.map(renderSitemapEntry))).toEqual([renderSitemap(URLS)])
  })

  it('gives an empty one for no pages', () => {
    expect(divideSitemap([])).toEqual([renderSitemap([])])
  })

  it('begins another at the limit of pages', () => {
    expect(sizes(Array(SITEMAP_URLS).fill(entry))).toEqual([SITEMAP_URLS])
    expect(sizes(Array(2 * SITEMAP_URLS + 1).fill(entry))).toEqual([SITEMAP_URLS, SITEMAP_URLS, 1])
  })

  it('begins another before the limit of bytes, head and tail counted', () => {
    const large = { text: 'é'.repeat(500_000), isEntry: false }
    const files = divideSitemap(Array(120).fill(large))
    const bytes = files.map((file) => Buffer.byteLength(whole(file)))
    expect(files.map((file) => file.length - 2)).toEqual([52, 52, 16])
    expect(Math.max(...bytes)).toBeLessThanOrEqual(SITEMAP_BYTES)

    const siteContext = Buffer.byteLength(whole(renderSitemap([])))
    const exact = { text: 'x'.repeat(SITEMAP_BYTES - siteContext - 1), isEntry: false }
    const one = { text: '\n', isEntry: false }
    expect(sizes([exact, one])).toEqual([2])
    expect(sizes([exact, one, one])).toEqual([2, 1])
  })
})
