import { html } from 'hono/html'
import { articleUrl, stemUrl, termStem } from '../../model/addresses.ts'
import { type ArticleFacts, labelOf } from '../../model/article.ts'
import type { Fragment } from '../../model/rendition.ts'
import type { Site } from '../../model/site.ts'
import { term } from '../../model/term.ts'
import { localeOf } from '../locales/locale-of.ts'
import { authorNames, publishedTime } from './byline.ts'
import { languageAttributes } from './direction.ts'
import { linkedPage } from './linked-page.ts'
import type { Markup } from './markup.ts'
import { framed } from './markup.ts'
import { pictureMarkup } from './picture.ts'

/** Stands in a page where its list goes. No text of an article holds it, nor does any document. */
const PLACE = '\0'

/** An article in a list: its picture, section, title, summary, date and authors. A fragment of every page that lists it. */
export function renderListItem(article: ArticleFacts, site: Site): Fragment {
  const { section, image, language } = article
  const summary = summaryBeside(article)
  const item = html`<li${image && html` class="pictured"`}${languageAttributes(language, site.language)}>
${image && html`${pictureMarkup({ ...image, alt: '' }, { loading: 'lazy' })}\n`}${
  section !== undefined &&
  html`<p class="kicker"><a href="${stemUrl(site, termStem(term('section', section)))}">${section}</a></p>\n`
}<h3><a href="${articleUrl(site, article.slug)}">${labelOf(article)}</a></h3>
${linkedPage(article)}${summary !== undefined && html`<p class="summary">${summary}</p>\n`}<p class="byline"${languageAttributes(site.language, language)}>${publishedTime(article.published, site)}${authorNames(article, site)}</p>
</li>
`
  return { text: item.toString(), isEntry: false }
}

/** The summary, unless it begins with the words that a note is called by. */
function summaryBeside({ label, summary }: ArticleFacts): string | undefined {
  const isSaid = label !== undefined && summary.startsWith(label.replace(/…$/, ''))
  return summary === '' || isSaid ? undefined : summary
}

/** A list of articles, or that there are none. Its items are filled in by `fillList`. */
export function articleList(items: readonly Fragment[], site: Site): Markup {
  if (items.length === 0) return html`<p class="nothing">${localeOf(site.language).noArticles}</p>`
  return html`<ol class="articles">
${PLACE}</ol>`
}

/** A page with its list's items in their place, as pieces. */
export function fillList(page: string, items: readonly Fragment[]): readonly Fragment[] {
  const [before = '', after] = page.split(PLACE)
  return after === undefined ? [{ text: before, isEntry: false }] : framed(before, items, after)
}
