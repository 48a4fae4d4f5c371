import { html } from 'hono/html'
import type { FeedDescription } from '../../model/feed-description.ts'
import type { Site } from '../../model/site.ts'
import { openGraphLocale } from '../locales/language-name.ts'
import { COLOURS } from '../theme/stylesheet.ts'
import { feedAddresses } from './feed-addresses.ts'
import type { Markup } from './markup.ts'
import type { PageAbout } from './page-about.ts'
import type { SiteContext } from './site-context.ts'
import { structuredData } from './structured-data.ts'

/**
 * Renders the content of `<head>`. Readers subscribe to the first feed that they find, so the page's own feed precedes
 * the site's.
 */
export function pageHead(about: PageAbout, { site, feed, style }: SiteContext): Markup {
  const { title, description, canonical, links, data } = about
  return html`<meta charset="utf-8">
<title>${title === site.title ? title : `${title} – ${site.title}`}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
${description !== '' && html`<meta name="description" content="${description}">\n`}<meta name="generator" content="Strillone">
<meta name="theme-color" content="${COLOURS.light.paper}" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="${COLOURS.dark.paper}" media="(prefers-color-scheme: dark)">
<link rel="stylesheet" href="${style}">
${iconLinks(site)}
${canonical !== undefined && html`<link rel="canonical" href="${canonical}">\n`}${about.feed && feedLinks(about.feed)}${feedLinks(feed)}${links?.map((link) => html`${link}\n`)}${canonical !== undefined && openGraph({ ...about, canonical }, site)}${data && structuredData(data)}`
}

/**
 * Renders the links to the icon. Without an icon browsers would request `/favicon.ico`; an empty one prevents the
 * request.
 */
function iconLinks({ icon }: Site): Markup {
  if (icon === undefined) return html`<link rel="icon" href="data:,">`
  const type = icon.type !== undefined && html` type="${icon.type}"`
  const sizes =
    icon.width !== undefined && icon.height !== undefined && html` sizes="${icon.width}x${icon.height}"`
  return html`<link rel="icon" href="${icon.url}"${type}${sizes}>
<link rel="apple-touch-icon" href="${icon.url}">`
}

function feedLinks(feed: FeedDescription): Markup {
  const { title } = feed
  return html`${feedAddresses(feed).map(({ name, type, url }) => html`<link rel="alternate" type="${type}" title="${title} (${name})" href="${url}">\n`)}`
}

/** Renders the preview of a page for social networks (ogp.me): one `<meta>` per property. */
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
