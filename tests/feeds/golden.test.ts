import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ArticleId, Slug } from '../../src/model/article.ts'
import { instant } from '../../src/model/instant.ts'
import { anArticle } from '../support/an-article.ts'
import { renderDocuments } from '../support/render-documents.ts'

const GOLDEN = join(import.meta.dirname, '../golden')

/** Two articles in which every field that a feed can hold is used, and one that has as little as can be. */
const ARTICLES = [
  anArticle({
    id: 'tag:example.org,2025:mercato' as ArticleId,
    slug: 'il-mercato-riapre' as Slug,
    title: 'Il mercato riapre: «prezzi & qualità», dice il sindaco',
    summary: 'Dopo due anni di lavori le bancarelle tornano in piazza.',
    html: '<p>Dopo due anni di lavori le bancarelle <strong>tornano in piazza</strong>.</p>\n<h2>Che cosa cambia</h2>\n<p>Più luce &amp; meno auto.</p>',
    updated: instant(Date.UTC(2025, 11, 29, 8, 30)),
    authors: [
      { name: 'Ada Rossi', email: 'ada@example.org', url: 'https://example.org/ada' },
      { name: 'Bo Li' },
    ],
    tags: ['Città', 'R&D'],
    image: {
      url: 'https://example.org/media/0a1b.jpg',
      alt: 'La piazza',
      type: 'image/jpeg',
      length: 34_567,
      width: 1200,
      height: 800,
    },
    canonical: 'https://altrove.example/mercato',
  }),
  anArticle({
    id: 'tag:example.org,2025:rain' as ArticleId,
    slug: 'rain' as Slug,
    title: 'Rain expected',
    summary: '',
    html: '<p>Take an umbrella.</p>',
    language: 'en',
    published: instant(Date.UTC(2025, 11, 27, 11)),
  }),
]

const SITE = {
  authors: [{ name: 'Redazione', url: 'https://example.org/' }, { name: 'Ospiti' }],
  copyright: '© 2025 Strillone & amici',
  icon: {
    url: 'https://example.org/media/icon.png',
    type: 'image/png',
    length: 900,
    width: 128,
    height: 128,
  },
  image: { url: 'https://example.org/media/cover.jpg' },
  hubs: ['https://hub.example/?a=1&b=2'],
}

describe('feeds, whole', () => {
  it.each(['rss', 'atom', 'json', 'html'] as const)('are, as %s, the golden document', async (form) => {
    await expect(renderDocuments(ARTICLES, SITE)[form]).toMatchFileSnapshot(join(GOLDEN, `feed.${form}`))
  })

  it.each(['rss', 'atom', 'json'] as const)(
    'are, as %s with summaries only, the golden document',
    async (form) => {
      const feed = { items: 30, bytes: 250_000, content: 'summary', deltas: true, tombstoneDays: 30 } as const
      await expect(renderDocuments(ARTICLES, { ...SITE, feed })[form]).toMatchFileSnapshot(
        join(GOLDEN, `feed-summary.${form}`),
      )
    },
  )

  it.each(['rss', 'atom', 'json', 'html'] as const)(
    'are, as %s of nothing, the golden document',
    async (form) => {
      await expect(renderDocuments([])[form]).toMatchFileSnapshot(join(GOLDEN, `feed-empty.${form}`))
    },
  )
})
