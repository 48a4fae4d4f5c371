import { html } from 'hono/html'
import type { Site } from '../../model/site.ts'
import { openGraphLocale } from '../locales/language-name.ts'
import type { Markup } from './markup.ts'
import type { PageAbout } from './page-about.ts'

/** How a page is shown where somebody shares its address (ogp.me): one `<meta>` for each property. */
export function openGraph(about: PageAbout & { readonly canonical: string }, site: Site): Markup {
  const { article } = about
  const image = about.image ?? site.image
  const properties: readonly (readonly [property: string, content: string | number | undefined])[] = [
    ['og:type', article ? 'article' : 'website'],
    ['og:title', about.title],
    ['og:description', about.description || undefined],
    ['og:url', about.canonical],
    ['og:site_name', site.title],
    ['og:locale', openGraphLocale(about.language)],
    ...(article?.otherLanguages ?? []).map(
      (language) => ['og:locale:alternate', openGraphLocale(language)] as const,
    ),
    ['og:image', image?.url],
    ['og:image:type', image?.type],
    ['og:image:width', image?.width],
    ['og:image:height', image?.height],
    ['og:image:alt', image?.alt],
    ...(article?.facts ?? []),
  ]
  const known = properties.filter(([, content]) => content !== undefined)
  return html`${known.map(([property, content]) => html`<meta property="${property}" content="${content}">\n`)}<meta name="twitter:card" content="${image ? 'summary_large_image' : 'summary'}">
`
}
