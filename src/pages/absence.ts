import { html } from 'hono/html'
import type { FeedDescription } from '../model/feed-description.ts'
import { renderPage } from './page-layout.ts'
import type { SiteFrame } from './site-frame.ts'
import { wordsIn } from './words.ts'

/** Why nothing is to be seen at an address, as apps are told. */
export const ABSENCES = {
  'not-found': 'Nothing is at this address.',
  gone: 'What was at this address has been withdrawn.',
} as const

/** See {@link ABSENCES}. */
export type Absence = keyof typeof ABSENCES

/** What is shown to a person who asks for something that is not there, or not any more. */
export function renderAbsencePage(absence: Absence, frame: SiteFrame): string {
  const { site, feed } = frame
  const words = wordsIn(site.language)
  const [status, title, hint] =
    absence === 'gone' ? [410, words.gone, words.goneHint] : [404, words.notFound, words.notFoundHint]
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
    frame,
  )
}

/** The same for an app: what went wrong and where the feeds are. */
export function renderAbsenceJson(absence: Absence, feed: FeedDescription): string {
  return `${JSON.stringify({ error: absence, message: ABSENCES[absence], feeds: feed.self })}\n`
}

/** The same for everybody else. */
export function renderAbsenceText(absence: Absence, feed: FeedDescription): string {
  return [`${ABSENCES[absence]} The feeds are at:`, ...Object.values(feed.self), ''].join('\n')
}
