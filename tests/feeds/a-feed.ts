import { assembleFeed } from '../../src/feeds/assemble-feed.ts'
import { renderAtom, renderAtomEntry } from '../../src/feeds/atom.ts'
import { FEED_FORMATS } from '../../src/feeds/feed-formats.ts'
import { renderJsonFeed, renderJsonItem } from '../../src/feeds/json-feed.ts'
import { renderRss, renderRssItem } from '../../src/feeds/rss.ts'
import type { Article } from '../../src/model/article.ts'
import type { FeedDescription, FeedUrls } from '../../src/model/feed-description.ts'
import { formatFacts } from '../../src/model/feed-format.ts'
import { instant, laterOf } from '../../src/model/instant.ts'
import type { Fragment } from '../../src/model/rendition.ts'

/** A feed's addresses, by form. */
export function formsOf(url: string): FeedUrls {
  return { rss: `${url}.rss`, atom: `${url}.atom`, json: `${url}.json`, html: url }
}

/** A feed for tests, plain in everything that `overrides` does not name. */
export function aFeed(overrides: Partial<FeedDescription> = {}): FeedDescription {
  return {
    title: 'Strillone',
    description: 'Notizie di prova.',
    id: 'https://example.org/feed',
    home: 'https://example.org/',
    self: formsOf('https://example.org/feed'),
    formats: FEED_FORMATS.map(formatFacts),
    language: 'it',
    begun: instant(Date.UTC(2026, 0)),
    authors: [{ name: 'Strillone' }],
    content: 'full',
    hubs: [],
    archive: { isArchive: false },
    tombstones: [],
    ...overrides,
  }
}

/** The fragments of a feed of these articles, each form's, as they are put together. */
export function assembleForms(articles: readonly Article[], overrides: Partial<FeedDescription> = {}) {
  const moments = articles.map((article) => article.updated)
  const updated = moments.length > 0 && { updated: moments.reduce(laterOf) }
  const feed = aFeed({ ...updated, ...overrides })
  const items = articles.map((article) => ({ article, url: `https://example.org/articles/${article.slug}` }))
  const entries = (render: typeof renderRssItem): readonly Fragment[] =>
    items.map((item) => ({ text: render(item, feed), isEntry: true }))
  return {
    rss: assembleFeed(renderRss(feed, entries(renderRssItem))),
    atom: assembleFeed(renderAtom(feed, entries(renderAtomEntry))),
    json: assembleFeed(renderJsonFeed(feed, entries(renderJsonItem))),
  }
}

/** The same, each form as text. */
export function renderForms(articles: readonly Article[], overrides: Partial<FeedDescription> = {}) {
  const { rss, atom, json } = assembleForms(articles, overrides)
  const whole = (fragments: readonly Fragment[]) => fragments.map(({ text }) => text).join('')
  return { rss: whole(rss), atom: whole(atom), json: whole(json) }
}
