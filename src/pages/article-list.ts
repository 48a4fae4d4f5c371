import { html } from 'hono/html'
import { articleUrl } from '../model/address.ts'
import type { Article } from '../model/article.ts'
import type { Fragment } from '../model/rendition.ts'
import type { Site } from '../model/site.ts'
import type { Markup } from './markup.ts'
import { publishedTime } from './published-time.ts'
import { wordsIn } from './words.ts'

/** Stands in a page where its list goes. No text of an article holds it, nor does any document. */
const PLACE = '\0'

/** An article in a list: its title, date and summary. A fragment of every page that lists it. */
export function renderListItem(article: Article, site: Site): Fragment {
  const item = html`<li lang="${article.language}" dir="auto">
<h2><a href="${articleUrl(site, article.slug)}">${article.title}</a></h2>
<p class="byline">${publishedTime(article.published, site)}</p>
<p>${article.summary}</p>
</li>
`
  return { text: item.toString(), isEntry: false }
}

/** A list of articles, or that there are none. Its items are filled in by `fillList`. */
export function articleList(items: readonly Fragment[], site: Site): Markup {
  if (items.length === 0) return html`<p>${wordsIn(site.language).noArticles}</p>`
  return html`<ol class="articles">
${PLACE}</ol>`
}

/** A page with its list's items in their place, as pieces. */
export function fillList(page: string, items: readonly Fragment[]): readonly Fragment[] {
  const [before = '', ...after] = page.split(PLACE)
  return [frame(before), ...items, ...after.map(frame)]
}

function frame(text: string): Fragment {
  return { text, isEntry: false }
}
