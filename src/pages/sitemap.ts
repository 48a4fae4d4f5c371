import type { Image } from '../model/article.ts'
import { XML_DECLARATION, xmlElement, xmlParent } from '../model/escape.ts'
import { formatRfc3339, type Instant } from '../model/instant.ts'
import { onceEach } from '../model/once-each.ts'
import type { Fragment } from '../model/rendition.ts'
import { framed } from './parts/markup.ts'

/** The most URLs in a sitemap, and the most sitemaps in an index (sitemaps.org/protocol.html). */
export const SITEMAP_URLS = 50_000

/** The most bytes of a sitemap before compression: 50 MB (sitemaps.org/protocol.html). */
export const SITEMAP_BYTES = 50 * 1024 * 1024

/** The namespace of sitemaps and of their indexes. */
export const SITEMAP_NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'

const NAMESPACES = [
  `xmlns="${SITEMAP_NAMESPACE}"`,
  'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"',
  'xmlns:xhtml="http://www.w3.org/1999/xhtml"',
]
const HEAD = `${XML_DECLARATION}<urlset ${NAMESPACES.join(' ')}>\n`
const TAIL = '</urlset>\n'

/** A page for search engines. All URLs are absolute. */
export interface SitemapUrl {
  readonly url: string
  /** When its content last changed. */
  readonly lastModified?: Instant
  /** The page and its translations: search engines require each of them to list all. */
  readonly alternates?: readonly { readonly language: string; readonly url: string }[]
  readonly image?: Pick<Image, 'url'>
}

/** Renders a sitemap of these pages. They must fit in one. */
export function renderSitemap(urls: readonly SitemapUrl[]): readonly Fragment[] {
  return framed(HEAD, urls.map(renderSitemapEntry), TAIL)
}

/** Renders one page in a sitemap. */
export function renderSitemapEntry({ url, lastModified, alternates = [], image }: SitemapUrl): Fragment {
  const entry = xmlParent('url', {}, [
    xmlElement('loc', {}, url),
    ...(lastModified === undefined ? [] : [xmlElement('lastmod', {}, formatRfc3339(lastModified))]),
    ...alternates.map((alternate) =>
      xmlElement('xhtml:link', { rel: 'alternate', hreflang: alternate.language, href: alternate.url }),
    ),
    ...(image ? [xmlParent('image:image', {}, [xmlElement('image:loc', {}, image.url)])] : []),
  ])
  return { text: `${entry}\n`, isEntry: false }
}

/**
 * Divides entries into sitemaps, in order; at least one, which may be empty. With the oldest entries first, a new entry
 * changes only the last sitemap.
 */
export function divideSitemap(entries: readonly Fragment[]): readonly (readonly Fragment[])[] {
  const files: Fragment[][] = []
  let bytes = SITEMAP_BYTES
  for (const entry of entries) {
    const file = files.at(-1)
    bytes += entryBytes(entry)
    if (file === undefined || file.length === SITEMAP_URLS || bytes > SITEMAP_BYTES) {
      files.push([entry])
      bytes = HEAD.length + TAIL.length + entryBytes(entry)
    } else {
      file.push(entry)
    }
  }
  return (files.length === 0 ? [[]] : files).map((file) => framed(HEAD, file, TAIL))
}

const entryBytes = onceEach(({ text }: Fragment) => new TextEncoder().encode(text).length)

/** Renders an index of the sitemaps at these absolute URLs. */
export function renderSitemapIndex(urls: readonly string[]): string {
  const sitemaps = urls.map((url) => `${xmlParent('sitemap', {}, [xmlElement('loc', {}, url)])}\n`)
  return `${XML_DECLARATION}<sitemapindex xmlns="${SITEMAP_NAMESPACE}">\n${sitemaps.join('')}</sitemapindex>\n`
}
