import { html, raw } from 'hono/html'
import { articleUrl } from '../model/address.ts'
import type { Article } from '../model/article.ts'
import type { FeedDescription } from '../model/feed-description.ts'
import type { Site } from '../model/site.ts'
import type { Markup } from './markup.ts'
import { renderPage } from './page-layout.ts'
import { publishedTime } from './published-time.ts'
import { wordsIn } from './words.ts'

/** An article's own page. */
export function renderArticlePage(article: Article, site: Site, feed: FeedDescription): string {
  const words = wordsIn(site.language)
  const url = articleUrl(site, article.slug)
  const main = html`<article lang="${article.language}" dir="auto">
<h1>${article.title}</h1>
<p class="byline" lang="${site.language}">${publishedTime(article.published, site)}${authorNames(article, words.by)}</p>
${raw(article.html)}
</article>
<p class="forms" lang="${site.language}">${words.otherForms} <a href="${url}.md">Markdown</a>, <a href="${url}.json">JSON</a></p>`
  return renderPage(
    {
      title: `${article.title} – ${site.title}`,
      description: article.summary,
      language: article.language,
      canonical: article.canonical ?? url,
      main,
    },
    site,
    feed,
  )
}

function authorNames({ authors }: Article, by: string): Markup | string {
  if (authors.length === 0) return ''
  return html` · ${by} ${authors.map(({ name }) => name).join(', ')}`
}
