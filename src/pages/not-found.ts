import { html } from 'hono/html'
import type { FeedDescription } from '../model/feed-description.ts'
import type { Site } from '../model/site.ts'
import { renderPage } from './page-layout.ts'
import { wordsIn } from './words.ts'

/** What is shown to a person who asks for something that is not there. */
export function renderNotFoundPage(site: Site, feed: FeedDescription): string {
  const words = wordsIn(site.language)
  const main = html`<h1>${words.notFound}</h1>
<p>${words.notFoundHint}</p>
<p><a href="${site.url}/">${words.home}</a></p>`
  const page = { title: words.notFound, description: words.notFoundHint, language: site.language, main }
  return renderPage(page, site, feed)
}

/** The same for an app: what went wrong and where the feeds are. */
export function renderNotFoundJson(feed: FeedDescription): string {
  return `${JSON.stringify({ error: 'not-found', message: 'Nothing is at this address.', feeds: feed.self })}\n`
}

/** The same for everybody else. */
export function renderNotFoundText(feed: FeedDescription): string {
  return ['Nothing is at this address. The feeds are at:', ...Object.values(feed.self), ''].join('\n')
}
