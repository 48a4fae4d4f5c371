import { html } from 'hono/html'
import { articleUrl } from '../../model/addresses.ts'
import { type Article, labelOf } from '../../model/article.ts'
import type { Site } from '../../model/site.ts'
import { languageName } from '../locales/language-name.ts'
import { localeOf } from '../locales/locale-of.ts'
import { directionOf } from './direction.ts'
import type { Markup } from './markup.ts'

/** A translation of an article. */
export interface Translation {
  /** A BCP 47 tag. */
  readonly language: string
  /** The absolute URL of its page. */
  readonly url: string
  readonly title: string
}

/**
 * Renders the translations of an article for search engines, including the article itself. Readers of other languages
 * are led to the translation in the site's language, if there is one.
 */
export function translationLinks(
  article: Article,
  translations: readonly Translation[],
  site: Site,
): readonly Markup[] {
  if (translations.length === 0) return []
  const { language, slug } = article
  const all = [{ language, url: articleUrl(site, slug), title: labelOf(article) }, ...translations]
  const fallback = all.find((each) => each.language === site.language)
  return [
    ...all.map(({ language, url }) => html`<link rel="alternate" hreflang="${language}" href="${url}">`),
    ...(fallback ? [html`<link rel="alternate" hreflang="x-default" href="${fallback.url}">`] : []),
  ]
}

/** Renders links to an article's translations, each with the name of its language in the language itself. */
export function translationList(translations: readonly Translation[], site: Site): Markup | string {
  if (translations.length === 0) return ''
  const links = translations.map(
    ({ language, url, title }) =>
      html`<li lang="${language}" dir="${directionOf(language)}">${languageName(language)}: <a href="${url}" hreflang="${language}" rel="alternate">${title}</a></li>\n`,
  )
  return html`<nav class="translations" aria-label="${localeOf(site.language).otherLanguages}"><ul>
${links}</ul></nav>
`
}
