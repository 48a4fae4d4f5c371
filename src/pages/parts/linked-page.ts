import { html } from 'hono/html'
import type { ArticleFacts } from '../../model/article.ts'
import type { Markup } from './markup.ts'

/** The page elsewhere that an article is about, by its host. */
export function linkedPage({ link }: Pick<ArticleFacts, 'link'>): Markup | string {
  if (link === undefined) return ''
  return html`<p class="linked"><a class="u-bookmark-of" href="${link}">${new URL(link).host}</a></p>\n`
}
