import { html } from 'hono/html'
import type { FeedDescription } from '../model/feed-description.ts'
import type { Fragment } from '../model/rendition.ts'
import type { Site } from '../model/site.ts'
import { articleList, fillList } from './article-list.ts'
import { renderPage } from './page-layout.ts'
import { wordsIn } from './words.ts'

/** What a person sees who opens a feed in a browser: where to subscribe, and what the feed holds. */
export function renderFeedPage(
  items: readonly Fragment[],
  site: Site,
  feed: FeedDescription,
): readonly Fragment[] {
  const words = wordsIn(site.language)
  const addresses = [
    { name: 'RSS', url: feed.self.rss },
    { name: 'Atom', url: feed.self.atom },
    { name: 'JSON Feed', url: feed.self.json },
  ]
  const main = html`<h1>${feed.title}</h1>
<p>${words.subscribe}</p>
<dl class="addresses">
${addresses.map(({ name, url }) => html`<dt>${name}</dt><dd><a href="${url}">${url}</a></dd>\n`)}</dl>
<h2>${words.latest}</h2>
${articleList(items, site)}`
  const page = renderPage(
    {
      title: `${feed.title} – ${words.feeds}`,
      description: feed.description,
      language: site.language,
      canonical: feed.self.html,
      main,
    },
    site,
    feed,
  )
  return fillList(page, items)
}
