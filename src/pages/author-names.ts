import { html } from 'hono/html'
import { sliceStem, stemUrl } from '../model/addresses.ts'
import type { ArticleFacts } from '../model/article.ts'
import type { Site } from '../model/site.ts'
import { slice } from '../model/slice.ts'
import type { Markup } from './markup.ts'
import { wordsIn } from './words.ts'

/** Who wrote an article, each name leading to all that they wrote; to be put after a date. Nothing where nobody signed it. */
export function authorNames({ authors }: ArticleFacts, site: Site): Markup | string {
  if (authors.length === 0) return ''
  const names = authors.map(
    ({ name }, index) =>
      html`${index > 0 && ', '}<a href="${stemUrl(site, sliceStem(slice('author', name)))}" rel="author">${name}</a>`,
  )
  return html` · ${wordsIn(site.language).by} ${names}`
}
