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

/** Marks the place of the list in a page. No article's text and no document can contain it. */
const PLACE = '\0'

/**
 * Renders an article in a list: its picture, section, title, summary, date and authors. All pages that list the article
 * contain this fragment.
 */
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

/** Returns the summary, unless it begins with the words that are the note's label. */
function summaryBeside({ label, summary }: ArticleFacts): string | undefined {
  const isSaid = label !== undefined && summary.startsWith(label.replace(/…$/, ''))
  return summary === '' || isSaid ? undefined : summary
}

/** Renders a list of articles, or the text for an empty list. `fillList` inserts the items. */
export function articleList(items: readonly Fragment[], site: Site): Markup {
  if (items.length === 0) return html`<p class="nothing">${localeOf(site.language).noArticles}</p>`
  return html`<ol class="articles">
${PLACE}</ol>`
}

/** Inserts the items into the list of a page, as pieces. */
export function fillList(page: string, items: readonly Fragment[]): readonly Fragment[] {
  const [before = '', after] = page.split(PLACE)
  return after === undefined ? [{ text: before, isEntry: false }] : framed(before, items, after)
}
