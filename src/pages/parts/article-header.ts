import { html } from 'hono/html'
import { stemUrl, termStem } from '../../model/addresses.ts'
import { type Article, labelOf } from '../../model/article.ts'
import type { Site } from '../../model/site.ts'
import { term } from '../../model/term.ts'
import { localeOf } from '../locales/locale-of.ts'
import { authorNames, publishedTime } from './byline.ts'
import { languageAttributes } from './direction.ts'
import { linkedPage } from './linked-page.ts'
import type { Markup } from './markup.ts'
import { type Translation, translationList } from './translations.ts'

/** Renders the part above an article: its section, title, summary, date and authors. */
export function articleHeader(article: Article, site: Site, translations: readonly Translation[]): Markup {
  const { title, section, language } = article
  const summary = standfirst(article)
  return html`<header>
${
  section !== undefined &&
  html`<p class="kicker"><a href="${stemUrl(site, termStem(term('section', section)))}">${section}</a></p>\n`
}${title === '' ? html`<h1 class="unseen">${labelOf(article)}</h1>` : html`<h1>${title}</h1>`}
${linkedPage(article)}${summary !== undefined && html`<p class="standfirst">${summary}</p>\n`}<p class="byline"${languageAttributes(site.language, language)}>${publishedTime(article.published, site)}${authorNames(article, site)}${updatedTime(article, site)}</p>
${translationList(translations, site)}</header>`
}

/** Renders the day of the last change, if it differs from the day of publication. */
function updatedTime({ published, updated }: Article, site: Site): Markup | string {
  const time = publishedTime(updated, site)
  if (dayOf(time) === dayOf(publishedTime(published, site))) return ''
  return html` · ${localeOf(site.language).updated} ${time}`
}

function dayOf(time: Markup): string {
  return time.toString().replace(/^<time[^>]*>/, '')
}

/**
 * In characters. A longer summary is shown without this comparison, which would search for each of its sentences in the
 * whole article.
 */
const LONGEST_COMPARED = 10_000

/**
 * Returns the summary for an article's page. Undefined if its sentences are in the article itself, because readers
 * would read them twice.
 */
export function standfirst({ summary, text }: Article): string | undefined {
  if (summary === '') return undefined
  if (summary.length > LONGEST_COMPARED) return summary
  const sentences = collapse(summary).split(/(?<=[.!?…。！？])\s*/)
  const isIn = (whole: string) => sentences.every((sentence) => whole.includes(sentence.replace(/\s*…$/, '')))
  // Most texts contain them as they are, without collapsed spaces.
  return isIn(text) || isIn(collapse(text)) ? undefined : summary
}

function collapse(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
