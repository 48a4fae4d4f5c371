import type { Article, ArticleContent, ArticleId, Slug } from '../../src/model/article.ts'
import { EPOCH, instant, laterOf } from '../../src/model/instant.ts'
import type { Publication, Withdrawal } from '../../src/model/publication.ts'
import type { Site } from '../../src/model/site.ts'

/** An article for tests, plain in everything that `overrides` does not name. */
export function anArticle(overrides: Partial<Article> = {}): Article {
  const published = overrides.published ?? instant(Date.UTC(2025, 11, 28, 11))
  return {
    id: 'tag:example.org,2025:uno' as ArticleId,
    slug: 'uno' as Slug,
    formerSlugs: [],
    path: 'uno.txt',
    title: 'Il primo articolo',
    summary: 'Di che cosa parla.',
    html: '<p>Di che cosa parla.</p>',
    markdown: 'Di che cosa parla.',
    text: 'Di che cosa parla.',
    language: 'it',
    published,
    firstPublished: published,
    updated: published,
    changed: published,
    authors: [],
    tags: [],
    enclosures: [],
    inFeeds: true,
    htmlBytes: Buffer.byteLength(overrides.html ?? '<p>Di che cosa parla.</p>'),
    ...overrides,
  }
}

/** The article number `index` of many, each newer than the one before. */
export function aNumberedArticle(index: number, overrides: Partial<Article> = {}): Article {
  return anArticle({
    id: `tag:example.org,2025:${index}` as ArticleId,
    slug: `articolo-${index}` as Slug,
    path: `${index}.md`,
    title: `Articolo ${index}`,
    published: instant(Date.UTC(2025, 0, 1, 12) + index * 3_600_000),
    ...overrides,
  })
}

/** A site for tests. */
export function aSite(overrides: Partial<Site> = {}): Site {
  return {
    title: 'Strillone',
    description: 'Notizie di prova.',
    url: 'https://example.org',
    authority: 'example.org',
    year: 2026,
    language: 'it',
    timezone: 'Europe/Rome',
    authors: [],
    hubs: [],
    feed: { items: 30, bytes: 250_000, content: 'full', deltas: true, tombstoneDays: 30 },
    ...overrides,
  }
}

/** A publication of these articles, given in any order, and of what is no longer there. */
export function aPublication(
  articles: readonly Article[],
  site: Partial<Site> = {},
  withdrawals: readonly Withdrawal[] = [],
): Publication<ArticleContent> {
  const newestFirst = [...articles].sort((a, b) => b.published - a.published)
  const changes = [
    ...articles.map((article) => article.changed),
    ...withdrawals.map((gone) => gone.withdrawn),
  ]
  return {
    site: aSite(site),
    articles: newestFirst,
    assets: [],
    terms: [],
    withdrawals,
    changed: changes.reduce(laterOf, EPOCH),
  }
}
