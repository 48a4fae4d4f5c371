import { html } from 'hono/html'
import type { Image } from '../../model/article.ts'
import type { Markup } from './markup.ts'

/** Renders a picture with its size, if known, so that the layout does not shift when it loads. */
export function pictureMarkup(
  { url, alt = '', width, height }: Image,
  { loading = 'eager' }: { readonly loading?: 'eager' | 'lazy' } = {},
): Markup {
  const size = width !== undefined && height !== undefined && html` width="${width}" height="${height}"`
  return html`<img src="${url}" alt="${alt}"${size}${loading === 'lazy' && html` loading="lazy"`} decoding="async">`
}
