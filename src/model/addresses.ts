import type { Slug } from './article.ts'
import type { Instant } from './instant.ts'
import type { Stem } from './resource.ts'
import type { Site } from './site.ts'
import type { TermSlug } from './term-slug.ts'

/** The cache policy of an address: see `edge/policy.ts`. */
export type AddressPolicy = 'feed' | 'article' | 'page' | 'media'

/** A kind of address: its paths in URLs, forms included, and its caching. */
export interface Address {
  readonly pattern: RegExp
  readonly policy: AddressPolicy
}

/** The address of one thing. */
export interface Place extends Address {
  readonly stem: Stem
  /** Returns the stem of each part, by its number from 1. Present if one document could be too large. */
  readonly partOf?: (number: number) => Stem
}

/** The addresses of many things, each made from a key. */
export interface Family<Key> extends Address {
  readonly stemOf: (key: Key) => Stem
}

/** Feeds of the articles that share a term, by the kind of term. */
export const TERM_ADDRESSES = {
  tag: family<TermSlug>('/tags/', 'feed'),
  author: family<TermSlug>('/authors/', 'feed'),
  section: family<TermSlug>('/sections/', 'feed'),
  language: family<TermSlug>('/languages/', 'feed'),
} as const

/**
 * Every address of a site, the most requested first. The edge serves no other. To add one, add its row here, and for
 * a row of policy `page` its content to `publish/site-pages.ts`.
 */
export const ADDRESSES = {
  /** The main feed. */
  feed: { stem: stemAt('/feed'), pattern: /^\/feed(?:\.[a-z]+)?$/, policy: 'feed' },
  article: family<Slug>('/articles/', 'article'),
  ...TERM_ADDRESSES,
  /** All articles ever published, in blocks that are numbered from 1. */
  archive: family<number>('/archive/', 'feed'),
  /** Files, under the first digits of the SHA-256 of their bytes. */
  media: family<string>('/media/', 'media'),
  /** The stylesheet of the pages, under the SHA-256 of its bytes: it never changes under that name. */
  style: {
    stemOf: (sha256: string) => stemAt(`/style-${sha256.slice(0, 12)}`),
    pattern: /^\/style-[0-9a-f]+\.css$/,
    policy: 'media',
  },
  /** The newest articles, for people. */
  home: place('/', '', 'page'),
  /** All feeds, as OPML. */
  feeds: place('/feeds', 'opml', 'page'),
  /** All pages, for search engines. An index of parts if one document would be too large. */
  sitemap: {
    stem: stemAt('/sitemap'),
    partOf: (number: number) => stemAt(`/sitemap-${number}`),
    pattern: /^\/sitemap(?:-[0-9]+)?\.xml$/,
    policy: 'page',
  },
  /** The pages of the last two days. */
  newsSitemap: place('/news-sitemap', 'xml', 'page'),
  /** Where browsers, readers and phones look for the site's icon, even if the pages name another address. */
  favicon: place('/favicon', 'ico', 'page'),
  touchIcon: place('/apple-touch-icon', 'png', 'page'),
  precomposedIcon: place('/apple-touch-icon-precomposed', 'png', 'page'),
  /** The rules for crawlers and language models. */
  robots: place('/robots', 'txt', 'page'),
  llms: place('/llms', 'txt', 'page'),
} as const satisfies Readonly<Record<string, Place | Family<never>>>

/** The page of an address without content, and of a withdrawn article. No request asks for these by name. */
export const NOT_FOUND_STEM = stemAt('/404')
export const GONE_STEM = stemAt('/410')

/** Makes the address of one thing, with its only extension. An empty `form` is for a page that the stem itself shows. */
export function place<Policy extends AddressPolicy>(
  path: string,
  form: string,
  policy: Policy,
): Place & { readonly policy: Policy } {
  const pattern = new RegExp(form === '' ? `^${path}$` : `^${path}\\.${form}$`)
  return { stem: stemAt(path), pattern, policy }
}

/** Makes the family of addresses below a path that ends in a slash. */
function family<Key extends string | number>(path: string, policy: AddressPolicy): Family<Key> {
  return { stemOf: (key) => stemAt(path + key), pattern: new RegExp(`^${path}[^/]+$`), policy }
}

/** Returns the stem of a term's feed and page: `/tags/russia`. */
export function termStem(term: {
  readonly kind: keyof typeof TERM_ADDRESSES
  readonly slug: TermSlug
}): Stem {
  return TERM_ADDRESSES[term.kind].stemOf(term.slug)
}

/**
 * Returns the stem, in a pack, of another stem's versions from a moment on. No request can ask for it: the path of
 * every URL begins with a slash.
 */
export function continuationStem(stem: Stem, from: Instant): Stem {
  return stemAt(`${from}${stem}`)
}

/** Returns the stem that a stem continues. Returns any other stem unchanged. */
export function continuedStem(stem: Stem): Stem {
  return stemAt(stem.replace(/^\d+/, ''))
}

/** Brands a decoded path without its form, from a request or a pack. There need not be content at it. */
export function stemAt(path: string): Stem {
  return path as Stem
}

/** Returns a stem as the path of a URL, percent-encoded. */
export function stemPath(stem: Stem): string {
  // A fast path: most stems need no encoding, and there are tens of thousands.
  if (/^[\w\-./]*$/.test(stem)) return stem
  return stem.split('/').map(encodeURIComponent).join('/')
}

/** Returns the absolute URL of a stem in one of its forms. An empty form gives the URL of the stem itself. */
export function stemUrl(site: Pick<Site, 'url'>, stem: Stem, form = ''): string {
  return formUrl(site.url + stemPath(stem), form)
}

/** Returns the absolute URL of one form of the content at a URL. */
export function formUrl(url: string, form: string): string {
  return form === '' ? url : `${url}.${form}`
}

/** Returns the absolute URL of an article's page, for links, feeds and pages. */
export function articleUrl(site: Pick<Site, 'url'>, slug: Slug): string {
  return stemUrl(site, ADDRESSES.article.stemOf(slug))
}
