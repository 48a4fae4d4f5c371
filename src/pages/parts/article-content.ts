import { html, raw } from 'hono/html'
import type { Article } from '../../model/article.ts'
import type { Markup } from './markup.ts'

/**
 * An article's content. What may be wider than a phone is to be moved sideways by keyboard too (WCAG 2.1.1), and keeps
 * to itself. In sanitised HTML a `<` outside of a tag is always escaped, so `<table` begins nothing but a table.
 */
export function articleContent({ html: content }: Article, tableName: string): Markup {
  const room = html`<div class="wide" role="group" aria-label="${tableName}" tabindex="0">`.toString()
  const marked = content
    .replaceAll('<table', `${room}<table`)
    .replaceAll('</table>', '</table></div>')
    .replaceAll('<pre', '<pre tabindex="0"')
  return html`<div class="text">
${raw(marked)}
</div>`
}
