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

/** What stands over an article: its section, title and summary, when it came out and who wrote it. */
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

/** When it was last changed, if that was not on the day it came out. */
function updatedTime({ published, updated }: Article, site: Site): Markup | string {
  const time = publishedTime(updated, site)
  if (dayOf(time) === dayOf(publishedTime(published, site))) return ''
  return html` · ${localeOf(site.language).updated} ${time}`
}

function dayOf(time: Markup): string {
  return time.toString().replace(/^<time[^>]*>/, '')
}

/** Characters. What is longer is shown as it is: each of its sentences would be looked for in the whole article. */
const LONGEST_COMPARED = 10_000

/**
 * The summary as an article's page shows it below the title: none where it is made of sentences that the article itself
 * begins with or holds, which nobody wants to read twice.
 */
export function standfirst({ summary, text }: Article): string | undefined {
  if (summary === '') return undefined
  if (summary.length > LONGEST_COMPARED) return summary
  const whole = collapse(text)
  const isToldAgain = collapse(summary)
    .split(/(?<=[.!?…。！？])\s*/)
    .every((sentence) => whole.includes(sentence.replace(/\s*…$/, '')))
  return isToldAgain ? undefined : summary
}

function collapse(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
