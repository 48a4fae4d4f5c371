import { html } from 'hono/html'
import type { Image } from '../../model/article.ts'
import type { Markup } from './markup.ts'

/** A picture with the room that it takes, where that is known, so that nothing moves when it arrives. */
export function pictureMarkup(
  { url, alt = '', width, height }: Image,
  { loading = 'eager' }: { readonly loading?: 'eager' | 'lazy' } = {},
): Markup {
  const size = width !== undefined && height !== undefined && html` width="${width}" height="${height}"`
  return html`<img src="${url}" alt="${alt}"${size}${loading === 'lazy' && html` loading="lazy"`} decoding="async">`
}
