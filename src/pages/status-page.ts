import { html } from 'hono/html'
import type { FeedDescription } from '../model/feed-description.ts'
import { renderProblem } from '../model/problem-details.ts'
import { localeOf } from './locales/locale-of.ts'
import { renderPage } from './parts/page-layout.ts'
import type { SiteContext } from './parts/site-context.ts'

/** The pages for addresses without content, with their texts for apps. */
export const STATUS_PAGES = {
  'not-found': 'Nothing is at this address.',
  gone: 'What was at this address has been withdrawn.',
} as const

/** See {@link STATUS_PAGES}. */
export type StatusPage = keyof typeof STATUS_PAGES

/** Renders the page that people see at an address without content. */
export function renderStatusPage(statusPage: StatusPage, siteContext: SiteContext): string {
  const { site, feed } = siteContext
  const words = localeOf(site.language)
  const [status, title, hint] =
    statusPage === 'gone' ? [410, words.gone, words.goneHint] : [404, words.notFound, words.notFoundHint]
  const main = html`<p class="kicker">${status}</p>
<h1>${title}</h1>
<p>${hint}</p>
<ul>
<li><a href="${site.url}/">${words.home}</a></li>
<li><a href="${feed.self.html}">${words.subscribe}</a></li>
</ul>`
  return renderPage(
    {
      title,
      description: '',
      language: site.language,
      kind: 'absence',
      main,
    },
    siteContext,
  )
}

/** Renders the same for apps, as problem details (RFC 9457), with the URLs of the feeds. */
export function renderStatusJson(statusPage: StatusPage, feed: FeedDescription): string {
  return renderProblem(statusPage === 'gone' ? 410 : 404, STATUS_PAGES[statusPage], { feeds: feed.self })
}

/** Renders the same as plain text. */
export function renderStatusText(statusPage: StatusPage, feed: FeedDescription): string {
  return [`${STATUS_PAGES[statusPage]} The feeds are at:`, ...Object.values(feed.self), ''].join('\n')
}
