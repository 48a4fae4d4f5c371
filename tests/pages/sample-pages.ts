import { FEED_FORMATS } from '../../src/feeds/feed-formats.ts'
import { stemUrl, termStem } from '../../src/model/addresses.ts'
import type { ArchiveLinks, FeedDescription } from '../../src/model/feed-description.ts'
import { formatFacts } from '../../src/model/feed-format.ts'
import { EPOCH, instant } from '../../src/model/instant.ts'
import type { Stem } from '../../src/model/resource.ts'
import type { Site } from '../../src/model/site.ts'
import { compareTerms, type Term, term, termsOf } from '../../src/model/term.ts'
import { renderArticlePage } from '../../src/pages/article-page.ts'
import { renderFeedPage } from '../../src/pages/feed-page.ts'
import type { FeedSubject } from '../../src/pages/feed-subject.ts'
import { renderHomePage } from '../../src/pages/home-page.ts'
import { renderListItem } from '../../src/pages/parts/article-list.ts'
import type { SiteContext } from '../../src/pages/parts/site-context.ts'
import { renderStatusPage } from '../../src/pages/status-page.ts'
import { aSite } from '../support/an-article.ts'
import { richArticle, rightToLeftArticle, sampleArticles } from './sample-articles.ts'

/** Where the sample site is, unless told otherwise. */
export const ORIGIN = 'https://example.org'

/** A site for samples. */
export function sampleSite(origin = ORIGIN): Site {
  return aSite({
    url: origin,
    title: 'Il Mattino di Trento',
    description: 'Notizie dalla città e dalle valli, dal 1962.',
    copyright: '© 2025 Il Mattino <redazione>',
    icon: { url: `${origin}/media/icona.svg`, type: 'image/svg+xml', width: 128, height: 128 },
    image: { url: `${origin}/media/copertina.svg`, alt: 'La testata', width: 1200, height: 630 },
  })
}

/** What a feed under a stem says of itself. */
export function sampleFeed(
  site: Site,
  stem: string,
  title = site.title,
  archive: ArchiveLinks = { isArchive: false },
): FeedDescription {
  return {
    title,
    description: site.description,
    id: site.url + stem,
    home: `${site.url}/`,
    self: selfOf(site, stem),
    formats: FEED_FORMATS.map(formatFacts),
    language: site.language,
    begun: instant(Date.UTC(2026, 0)),
    updated: EPOCH,
    authors: [{ name: site.title }],
    content: 'full',
    hubs: [],
    archive,
    tombstones: [],
  }
}

/** What is round every page of the sample site. */
export function sampleFrame(site: Site): SiteContext {
  return { site, feed: sampleFeed(site, '/feed'), style: `${site.url}/style-abc.css` }
}

/** One page of each kind, by its name, as a path below the site leads to it. */
export function samplePages(origin = ORIGIN): Readonly<Record<string, { path: string; text: string }>> {
  const site = sampleSite(origin)
  const siteContext = sampleFrame(site)
  const articles = [...sampleArticles(origin)]
  const items = articles.map((article) => renderListItem(article, site))
  const rich = richArticle(origin)
  const terms = sampleTerms([...articles, rich])
  const [english] = articles.filter(({ language }) => language === 'en')
  const arabic = rightToLeftArticle(origin)
  const translation = (article: typeof rich) => ({
    language: article.language,
    url: `${origin}/articles/${article.slug}`,
    title: article.title,
  })
  const list = (subject: FeedSubject, stem: string, archive?: ArchiveLinks) => {
    const title =
      subject.kind === 'main' || subject.kind === 'archive' ? site.title : `${site.title}: ${subject.name}`
    const feed = sampleFeed(site, stem, title, archive)
    return { path: stem, text: join(renderFeedPage({ items, siteContext, feed, subject, terms })) }
  }
  const termList = (each: Term) => list(each, termStem(each))
  return {
    home: {
      path: '/',
      text: join(renderHomePage({ items, siteContext, terms, archive: `${origin}/archive/2` })),
    },
    'home-empty': { path: '/empty', text: join(renderHomePage({ items: [], siteContext, terms: [] })) },
    'page-feed': list({ kind: 'main' }, '/feed', { isArchive: false, previous: selfOf(site, '/archive/2') }),
    'page-tag': termList(term('tag', 'Libri & lettori')),
    'page-author': termList(term('author', 'Ada Rossi')),
    'page-section': termList(term('section', 'Cultura')),
    'page-language': termList(term('language', 'ar')),
    'page-archive': list({ kind: 'archive', number: 2 }, '/archive/2', {
      isArchive: true,
      current: selfOf(site, '/feed'),
      previous: selfOf(site, '/archive/1'),
    }),
    article: {
      path: `/articles/${rich.slug}`,
      text: renderArticlePage(rich, {
        siteContext,
        translations: [...(english ? [translation(english)] : []), translation(arabic)],
      }),
    },
    'article-rtl': {
      path: `/articles/${arabic.slug}`,
      text: renderArticlePage(arabic, { siteContext, translations: [translation(rich)] }),
    },
    'not-found': { path: '/none', text: renderStatusPage('not-found', siteContext) },
    gone: { path: '/gone', text: renderStatusPage('gone', siteContext) },
  }
}

function sampleTerms(articles: readonly Parameters<typeof termsOf>[0][]): readonly Term[] {
  const byStem = new Map(articles.flatMap(termsOf).map((each) => [termStem(each), each]))
  return [...byStem.values()].sort(compareTerms)
}

function selfOf(site: Site, stem: string): FeedDescription['self'] {
  const url = (form?: string) => stemUrl(site, stem as Stem, form)
  return { rss: url('rss'), atom: url('atom'), json: url('json'), html: url() }
}

function join(pieces: readonly { readonly text: string }[]): string {
  return pieces.map(({ text }) => text).join('')
}
