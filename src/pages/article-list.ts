import { html } from 'hono/html'
import { articleUrl } from '../model/address.ts'
import type { Article } from '../model/article.ts'
import type { Site } from '../model/site.ts'
import type { Markup } from './markup.ts'
import { publishedTime } from './published-time.ts'
import { wordsIn } from './words.ts'

/** Articles as a list of titles, dates and summaries. */
export function articleList(articles: readonly Article[], site: Site): Markup {
  if (articles.length === 0) return html`<p>${wordsIn(site.language).noArticles}</p>`
  return html`<ol class="articles">
${articles.map(
  (article) => html`<li lang="${article.language}" dir="auto">
<h2><a href="${articleUrl(site, article.slug)}">${article.title}</a></h2>
<p class="byline">${publishedTime(article.published, site)}</p>
<p>${article.summary}</p>
</li>
`,
)}</ol>`
}
