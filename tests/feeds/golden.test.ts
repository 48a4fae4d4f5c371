import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ArticleId, Slug } from '../../src/model/article.ts'
import type { FeedDescription } from '../../src/model/feed-description.ts'
import { instant } from '../../src/model/instant.ts'
import { anArticle } from '../support/an-article.ts'
import { formsOf, renderForms } from './a-feed.ts'

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
    markdown:
      'Dopo due anni di lavori le bancarelle **tornano in piazza**.\n\n## Che cosa cambia\n\nPiù luce & meno auto.',
    image: {
      url: 'https://example.org/media/0a1b.jpg',
      alt: 'La piazza',
      type: 'image/jpeg',
      length: 34_567,
      width: 1200,
      height: 800,
    },
    enclosures: [
      {
        url: 'https://example.org/media/2c3d.mp3',
        type: 'audio/mpeg',
        length: 4_567_890,
        title: 'Il sindaco: «più luce & meno auto»',
        seconds: 754,
      },
      { url: 'https://cdn.example/pianta.pdf?a=1&b=2', type: 'application/pdf' },
    ],
    canonical: 'https://altrove.example/mercato',
  }),
  anArticle({
    id: 'tag:example.org,2025:rain' as ArticleId,
    slug: 'rain' as Slug,
    title: 'Rain expected',
    summary: '',
    html: '<p>Take an umbrella.</p>',
    markdown: 'Take an umbrella.',
    language: 'en',
    published: instant(Date.UTC(2025, 11, 27, 11)),
  }),
]

const FEED: Partial<FeedDescription> = {
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
  archive: { isArchive: false, previous: formsOf('https://example.org/archive/7') },
  tombstones: [{ id: 'tag:example.org,2025:via', when: instant(Date.UTC(2025, 11, 29, 8)) }],
}

const ARCHIVE: Partial<FeedDescription> = {
  ...FEED,
  id: 'https://example.org/archive/7',
  self: formsOf('https://example.org/archive/7'),
  archive: {
    isArchive: true,
    current: formsOf('https://example.org/feed'),
    previous: formsOf('https://example.org/archive/6'),
    next: formsOf('https://example.org/archive/8'),
  },
  tombstones: [],
}

const FORMS = ['rss', 'atom', 'json'] as const

describe('feeds, whole', () => {
  it.each(FORMS)('are, as %s, the golden document', async (form) => {
    await expect(renderForms(ARTICLES, FEED)[form]).toMatchFileSnapshot(join(GOLDEN, `feed.${form}`))
  })

  it.each(FORMS)('are, as %s with summaries only, the golden document', async (form) => {
    const summaries = renderForms(ARTICLES, { ...FEED, content: 'summary' })
    await expect(summaries[form]).toMatchFileSnapshot(join(GOLDEN, `feed-summary.${form}`))
  })

  it.each(FORMS)('are, as %s of an archive, the golden document', async (form) => {
    const archive = renderForms(ARTICLES, ARCHIVE)
    await expect(archive[form]).toMatchFileSnapshot(join(GOLDEN, `feed-archive.${form}`))
  })

  it.each(FORMS)('are, as %s of nothing, the golden document', async (form) => {
    await expect(renderForms([])[form]).toMatchFileSnapshot(join(GOLDEN, `feed-empty.${form}`))
  })
})
