import { html } from 'hono/html'
import { sliceStem, stemUrl } from '../model/addresses.ts'
import type { Article } from '../model/article.ts'
import type { Site } from '../model/site.ts'
import { slice } from '../model/slice.ts'
import { authorNames } from './author-names.ts'
import { languageAttributes } from './direction.ts'
import type { Markup } from './markup.ts'
import { publishedTime } from './published-time.ts'
import { standfirst } from './standfirst.ts'
import { type Translation, translationList } from './translations.ts'
import { wordsIn } from './words.ts'

/** What stands over an article: its section, title and summary, when it came out and who wrote it. */
export function articleHeader(article: Article, site: Site, translations: readonly Translation[]): Markup {
  const { title, section, language } = article
  const summary = standfirst(article)
  return html`<header>
${
  section !== undefined &&
  html`<p class="kicker"><a href="${stemUrl(site, sliceStem(slice('section', section)))}">${section}</a></p>\n`
}<h1>${title}</h1>
${summary !== undefined && html`<p class="standfirst">${summary}</p>\n`}<p class="byline"${languageAttributes(site.language, language)}>${publishedTime(article.published, site)}${authorNames(article, site)}${updatedTime(article, site)}</p>
${translationList(translations, site)}</header>`
}

/** When it was last changed, if that was not on the day it came out. */
function updatedTime({ published, updated }: Article, site: Site): Markup | string {
  const time = publishedTime(updated, site)
  if (dayOf(time) === dayOf(publishedTime(published, site))) return ''
  return html` · ${wordsIn(site.language).updated} ${time}`
}

function dayOf(time: Markup): string {
  return time.toString().replace(/^<time[^>]*>/, '')
}
