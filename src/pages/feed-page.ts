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

/** What a feed's page is made of. */
export interface FeedPage {
  /** The feed's articles, as `renderListItem` made them. */
  readonly items: readonly Fragment[]
  readonly siteContext: SiteContext
  /** The very feed that this is the page of. */
  readonly feed: FeedDescription
  readonly subject: FeedSubject
  /** Those that its articles are in. */
  readonly terms: readonly Term[]
}

/** What a person sees who opens a feed in a browser: what it is, how to subscribe, and what it holds. */
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

/** Nobody is to subscribe to what does not change any more, but its documents are there for apps. */
function archiveNote(feed: FeedDescription, siteContext: SiteContext): Markup {
  const words = localeOf(siteContext.site.language)
  const current = feed.archive.current ?? siteContext.feed.self
  const forms = feedAddresses(feed).map(
    ({ name, url }, index) => html`${index > 0 && ', '}<a href="${url}">${name}</a>`,
  )
  return html`<p class="note">${words.archiveHint} <a href="${current.html}">${words.currentFeed}</a>. ${words.otherForms}: ${forms}</p>`
}

/** The ways from a feed's page to what came before it and after it. After the newest archive comes the feed itself. */
export function feedPager({ archive }: FeedDescription, words: Locale): Markup | string {
  const newer = archive.next ?? (archive.isArchive ? archive.current : undefined)
  const older = archive.previous
  if (newer === undefined && older === undefined) return ''
  return html`<nav class="pager" aria-label="${words.kinds.archive}">
${newer && html`<a class="newer" href="${newer.html}">${words.newer}</a>\n`}${older && html`<a class="older" href="${older.html}">${words.older}</a>\n`}</nav>
`
}
