import { html } from 'hono/html'
import { stemUrl, termStem } from '../model/addresses.ts'
import type { FeedDescription } from '../model/feed-description.ts'
import type { Fragment } from '../model/rendition.ts'
import type { Term } from '../model/term.ts'
import { describeSubject, type FeedSubject } from './feed-subject.ts'
import type { Locale } from './locales/locale.ts'
import { localeOf } from './locales/locale-of.ts'
import { articleList, fillList } from './parts/article-list.ts'
import { feedAddresses } from './parts/feed-addresses.ts'
import type { Markup } from './parts/markup.ts'
import { renderPage } from './parts/page-layout.ts'
import type { SiteContext } from './parts/site-context.ts'
import { describeCollection } from './parts/structured-data.ts'
import { subscribe } from './parts/subscribe.ts'
import { termDirectory } from './parts/term-directory.ts'

/** The parts of a feed's page. */
export interface FeedPage {
  /** The feed's articles, rendered by `renderListItem`. */
  readonly items: readonly Fragment[]
  readonly siteContext: SiteContext
  /** The feed that the page shows. */
  readonly feed: FeedDescription
  readonly subject: FeedSubject
  /** The terms of its articles. */
  readonly terms: readonly Term[]
}

/** Renders the page that a feed shows in a browser: its subject, how to subscribe, and its articles. */
export function renderFeedPage({ items, siteContext, feed, subject, terms }: FeedPage): readonly Fragment[] {
  const { site } = siteContext
  const words = localeOf(site.language)
  const { title, heading, kicker, description } = describeSubject(subject, site)
  const isArchive = subject.kind === 'archive'
  const isMain = subject.kind === 'main'
  const others = terms.filter((term) => stemUrl(site, termStem(term)) !== feed.self.html)
  const main = html`<header>
${kicker !== undefined && html`<p class="kicker">${kicker}</p>\n`}<h1>${heading}</h1>
<p class="standfirst">${description}</p>
</header>
${isArchive ? archiveNote(feed, siteContext) : subscribe(feed, words)}
<h2>${isArchive ? words.articles : words.latest}</h2>
${articleList(items, site)}
${feedPager(feed, words)}${termDirectory(others, site)}`
  const page = renderPage(
    {
      title,
      description,
      language: site.language,
      kind: 'list',
      canonical: feed.self.html,
      ...(!isMain && !isArchive && { feed }),
      data: describeCollection({ title, description, url: feed.self.html }, site),
      main,
    },
    siteContext,
  )
  return fillList(page, items)
}

/**
 * Renders the note on an archive's page. An archive no longer changes, so the page offers no subscription, but its
 * documents stay available to apps.
 */
function archiveNote(feed: FeedDescription, siteContext: SiteContext): Markup {
  const words = localeOf(siteContext.site.language)
  const current = feed.archive.current ?? siteContext.feed.self
  const forms = feedAddresses(feed).map(
    ({ name, url }, index) => html`${index > 0 && ', '}<a href="${url}">${name}</a>`,
  )
  return html`<p class="note">${words.archiveHint} <a href="${current.html}">${words.currentFeed}</a>. ${words.otherForms}: ${forms}</p>`
}

/** Renders the links from a feed's page to older and newer articles. The newest archive links to the feed itself. */
export function feedPager({ archive }: FeedDescription, words: Locale): Markup | string {
  const newer = archive.next ?? (archive.isArchive ? archive.current : undefined)
  const older = archive.previous
  if (newer === undefined && older === undefined) return ''
  return html`<nav class="pager" aria-label="${words.kinds.archive}">
${newer && html`<a class="newer" href="${newer.html}">${words.newer}</a>\n`}${older && html`<a class="older" href="${older.html}">${words.older}</a>\n`}</nav>
`
}
