import type { GuardContext } from '../../src/ledger/guards/guard-context.ts'
import type { Article, ArticleId, Slug } from '../../src/model/article.ts'
import { type Instant, instant } from '../../src/model/instant.ts'
import type { FeedIdentity, Ledger, LedgerEntry } from '../../src/model/ledger.ts'
import type { Publication } from '../../src/model/publication.ts'
import type { Site } from '../../src/model/site.ts'
import { anArticle, aPublication } from '../support/an-article.ts'

/** The moment of the publication in these tests. */
export const AT = moment('2026-06-01')

/** Noon of a day. */
export function moment(day: string): Instant {
  return instant(Date.parse(`${day}T12:00:00Z`))
}

/** What the ledger holds of an article that is named by one letter or word, plain in what `overrides` leaves out. */
export function anEntry(name: string, overrides: Partial<LedgerEntry> = {}): LedgerEntry {
  const published = overrides.published ?? moment('2026-01-01')
  return {
    id: anId(name),
    slug: name as Slug,
    formerSlugs: [],
    path: `${name}.md`,
    published,
    inFeeds: true,
    digest: 'd1',
    updated: published,
    changed: published < AT ? published : moment('2026-01-01'),
    ...overrides,
  }
}

export function anId(name: string): ArticleId {
  return `tag:news.site,2026:${name}` as ArticleId
}

export function slugs(...names: readonly string[]): readonly Slug[] {
  return names.map((name) => name as Slug)
}

export function aLedger(entries: readonly LedgerEntry[], feed: Partial<FeedIdentity> = {}): Ledger {
  const identity = { url: 'https://news.site', title: 'News', language: 'en', ...feed }
  return { authority: 'news.site', year: 2026, feed: identity, terms: [], entries }
}

/** Entries `n1`, `n2` … of days one after another. */
export function manyEntries(count: number, overrides: Partial<LedgerEntry> = {}): readonly LedgerEntry[] {
  return Array.from({ length: count }, (_, index) =>
    anEntry(`n${index + 1}`, { published: instant(moment('2026-02-01') + index * 86_400_000), ...overrides }),
  )
}

/** The publication that gives such a ledger, and how the guard is asked about it. */
export function scenario(
  before: Ledger | undefined,
  after: Ledger,
  { site = {}, articles = {} }: { site?: Partial<Site>; articles?: Partial<Article> } = {},
): GuardContext {
  const publication = publicationOf(after, site, articles)
  const inferredSlugs = new Map(after.entries.map(({ path, slug }) => [path, slug]))
  return {
    before,
    after,
    publication,
    inferredSlugs,
    drafts: [],
    newlyWithheld: [],
    at: AT,
    locate: () => undefined,
  }
}

function publicationOf(
  { entries, feed }: Ledger,
  site: Partial<Site>,
  overrides: Partial<Article>,
): Publication {
  const living = entries.filter(({ withdrawn }) => withdrawn === undefined)
  const articles = living.map(
    ({ id, slug, formerSlugs, path, published, dated, expires, inFeeds, changed }) =>
      anArticle({
        ...{ id, slug, formerSlugs, path, published: dated ?? published, firstPublished: published, inFeeds },
        ...{ changed, ...(expires !== undefined && { expires }), ...overrides },
      }),
  )
  return aPublication(articles, { ...feed, ...site })
}
