import { html } from 'hono/html'
import type { FeedDescription } from '../model/feed-description.ts'
import { renderProblem } from '../model/problem-details.ts'
import { localeOf } from './locales/locale-of.ts'
import { renderPage } from './parts/page-layout.ts'
import type { SiteContext } from './parts/site-context.ts'

/** Why nothing is to be seen at an address, as apps are told. */
export const STATUS_PAGES = {
  'not-found': 'Nothing is at this address.',
  gone: 'What was at this address has been withdrawn.',
} as const

/** See {@link ABSENCES}. */
export type StatusPage = keyof typeof STATUS_PAGES

/** What is shown to a person who asks for something that is not there, or not any more. */
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

/** The same for an app, as problem details (RFC 9457), with the addresses of the feeds. */
export function renderStatusJson(statusPage: StatusPage, feed: FeedDescription): string {
  return renderProblem(statusPage === 'gone' ? 410 : 404, STATUS_PAGES[statusPage], { feeds: feed.self })
}

/** The same for everybody else. */
export function renderStatusText(statusPage: StatusPage, feed: FeedDescription): string {
  return [`${STATUS_PAGES[statusPage]} The feeds are at:`, ...Object.values(feed.self), ''].join('\n')
}
