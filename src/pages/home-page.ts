import { html } from 'hono/html'
import type { FeedDescription } from '../model/feed-description.ts'
import type { Fragment } from '../model/rendition.ts'
import type { Site } from '../model/site.ts'
import { articleList, fillList } from './article-list.ts'
import { renderPage } from './page-layout.ts'

/** The page at the site's own address: the newest articles. */
export function renderHomePage(
  items: readonly Fragment[],
  site: Site,
  feed: FeedDescription,
): readonly Fragment[] {
  const main = html`<h1>${site.title}</h1>
${site.description === '' ? '' : html`<p class="description">${site.description}</p>`}
${articleList(items, site)}`
  const page = renderPage(
    {
      title: site.title,
      description: site.description,
      language: site.language,
      canonical: `${site.url}/`,
      main,
    },
    site,
    feed,
  )
  return fillList(page, items)
}
