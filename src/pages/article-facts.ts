import { html } from 'hono/html'
import { articleUrl, sliceStem, stemUrl } from '../model/addresses.ts'
import type { Article } from '../model/article.ts'
import type { Site } from '../model/site.ts'
import { slice } from '../model/slice.ts'
import { directionOf, languageAttributes } from './direction.ts'
import { languageName } from './language-name.ts'
import type { Markup } from './markup.ts'
import { wordsIn } from './words.ts'

/** What stands below an article: its tags and language, each leading to all that share it, and its other forms. */
export function articleFacts({ slug, tags, language }: Article, site: Site): Markup {
  const words = wordsIn(site.language)
  const url = articleUrl(site, slug)
  const tagLinks = tags.map(
    (tag) =>
      html`<dd><a href="${stemUrl(site, sliceStem(slice('tag', tag)))}" rel="tag"${languageAttributes(language, site.language)}>${tag}</a></dd>\n`,
  )
  return html`<footer class="facts"${languageAttributes(site.language, language)}>
<dl>
${tags.length > 0 && html`<div>\n<dt>${words.plurals.tag}</dt>\n${tagLinks}</div>\n`}<div>
<dt>${words.kinds.language}</dt>
<dd><a href="${stemUrl(site, sliceStem(slice('language', language)))}" lang="${language}" dir="${directionOf(language)}">${languageName(language)}</a></dd>
</div>
<div>
<dt>${words.otherForms}</dt>
<dd><a href="${url}.md">Markdown</a></dd>
<dd><a href="${url}.json">JSON</a></dd>
</div>
</dl>
</footer>`
}
