import { html } from 'hono/html'
import type { Article } from '../model/article.ts'
import type { FeedDescription } from '../model/feed-description.ts'
import type { Site } from '../model/site.ts'
import { articleList } from './article-list.ts'
import { renderPage } from './page-layout.ts'

/** The page at the site's own address: the newest articles. */
export function renderHomePage(articles: readonly Article[], site: Site, feed: FeedDescription): string {
  const main = html`<h1>${site.title}</h1>
${site.description === '' ? '' : html`<p class="description">${site.description}</p>`}
${articleList(articles, site)}`
  return renderPage(
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
}
