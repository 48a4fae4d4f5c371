import { html } from 'hono/html'
import { articleUrl, stemUrl, termStem } from '../../model/addresses.ts'
import type { Article } from '../../model/article.ts'
import type { Site } from '../../model/site.ts'
import { term } from '../../model/term.ts'
import { languageName } from '../locales/language-name.ts'
import { localeOf } from '../locales/locale-of.ts'
import { directionOf, languageAttributes } from './direction.ts'
import type { Markup } from './markup.ts'

/** Renders the part below an article: its tags and language as links to their pages, and its other forms. */
export function articleFacts({ slug, tags, language }: Article, site: Site): Markup {
  const words = localeOf(site.language)
  const url = articleUrl(site, slug)
  const tagLinks = tags.map(
    (tag) =>
      html`<dd><a href="${stemUrl(site, termStem(term('tag', tag)))}" rel="tag"${languageAttributes(language, site.language)}>${tag}</a></dd>\n`,
  )
  return html`<footer class="facts"${languageAttributes(site.language, language)}>
<dl>
${tags.length > 0 && html`<div>\n<dt>${words.plurals.tag}</dt>\n${tagLinks}</div>\n`}<div>
<dt>${words.kinds.language}</dt>
<dd><a href="${stemUrl(site, termStem(term('language', language)))}" lang="${language}" dir="${directionOf(language)}">${languageName(language)}</a></dd>
</div>
<div>
<dt>${words.otherForms}</dt>
<dd><a href="${url}.md">Markdown</a></dd>
<dd><a href="${url}.json">JSON</a></dd>
</div>
</dl>
</footer>`
}
