import { html } from 'hono/html'
import type { ArticleFacts } from '../../model/article.ts'
import type { Markup } from './markup.ts'

/** Renders a link to the page that an article is about, with its host as the text. */
export function linkedPage({ link }: Pick<ArticleFacts, 'link'>): Markup | string {
  if (link === undefined) return ''
  return html`<p class="linked"><a class="u-bookmark-of" href="${link}">${new URL(link).host}</a></p>\n`
}
