import type { Slug } from './article.ts'
import type { Instant } from './instant.ts'
import type { Stem } from './resource.ts'
import type { Site } from './site.ts'
import type { TermSlug } from './term-slug.ts'

/** How what is at an address is cached: see `edge/policy.ts`. */
export type AddressPolicy = 'feed' | 'article' | 'page' | 'media'

/** A kind of address: which paths of a URL it has, forms included, and how what is there is cached. */
export interface Address {
  readonly pattern: RegExp
  readonly policy: AddressPolicy
}

/** The address of one thing. */
export interface Place extends Address {
  readonly stem: Stem
  /** Where it is too much for one document: the stem of each part, by its number from 1. */
  readonly partOf?: (number: number) => Stem
}

/** The addresses of many things, each made from what tells it from the others. */
export interface Family<Key> extends Address {
  readonly stemOf: (key: Key) => Stem
}

/** Feeds that hold what some articles have in common, by what that is. */
export const TERM_ADDRESSES = {
  tag: family<TermSlug>('/tags/', 'feed'),
  author: family<TermSlug>('/authors/', 'feed'),
  section: family<TermSlug>('/sections/', 'feed'),
  language: family<TermSlug>('/languages/', 'feed'),
} as const

/**
 * Every address of a site; what most ask for comes first. The edge looks for nothing at any other. To add one, add its row
 * here, and what is at it to `publish/site-pages.ts`.
 */
export const ADDRESSES = {
  /** The main feed. */
  feed: { stem: stemAt('/feed'), pattern: /^\/feed(?:\.[a-z]+)?$/, policy: 'feed' },
  article: family<Slug>('/articles/', 'article'),
  ...TERM_ADDRESSES,
  /** All that was ever published, in blocks that are numbered from 1. */
  archive: family<number>('/archive/', 'feed'),
  /** Files, under the first digits of the SHA-256 of their bytes. */
  media: family<string>('/media/', 'media'),
  /** The look of the pages, under the SHA-256 of its bytes: it never changes under that name. */
  style: {
    stemOf: (sha256: string) => stemAt(`/style-${sha256.slice(0, 12)}`),
    pattern: /^\/style-[0-9a-f]+\.css$/,
    policy: 'media',
  },
  /** The newest articles, for people. */
  home: place('/', '', 'page'),
  /** All feeds, as OPML. */
  feeds: place('/feeds', 'opml', 'page'),
  /** All pages, for search engines: an index of parts, where they are too many for one document. */
  sitemap: {
    stem: stemAt('/sitemap'),
    partOf: (number: number) => stemAt(`/sitemap-${number}`),
    pattern: /^\/sitemap(?:-[0-9]+)?\.xml$/,
    policy: 'page',
  },
  /** The pages of the last two days. */
  newsSitemap: place('/news-sitemap', 'xml', 'page'),
  /** What crawlers and language models are told. */
  robots: place('/robots', 'txt', 'page'),
  llms: place('/llms', 'txt', 'page'),
} as const satisfies Readonly<Record<string, Place | Family<never>>>

/** What is shown where nothing is, and where something was withdrawn. No request asks for these by name. */
export const NOT_FOUND_STEM = stemAt('/404')
export const GONE_STEM = stemAt('/410')

/** The address of one thing, with the one extension that it has; none, for a page that the stem itself shows. */
export function place<Policy extends AddressPolicy>(
  path: string,
  form: string,
  policy: Policy,
): Place & { readonly policy: Policy } {
  const pattern = new RegExp(form === '' ? `^${path}$` : `^${path}\\.${form}$`)
  return { stem: stemAt(path), pattern, policy }
}

/** The addresses below a path that ends in a slash. */
function family<Key extends string | number>(path: string, policy: AddressPolicy): Family<Key> {
  return { stemOf: (key) => stemAt(path + key), pattern: new RegExp(`^${path}[^/]+$`), policy }
}

/** The stem of a term's feed and page: `/tags/russia`. */
export function termStem(term: {
  readonly kind: keyof typeof TERM_ADDRESSES
  readonly slug: TermSlug
}): Stem {
  return TERM_ADDRESSES[term.kind].stemOf(term.slug)
}

/**
 * The stem under which a pack has what another stem shows from a moment on. No request can ask for it: the path of every
 * URL begins with a slash.
 */
export function continuationStem(stem: Stem, from: Instant): Stem {
  return stemAt(`${from}${stem}`)
}

/** The stem that a continuation is of; any other, itself. */
export function continuedStem(stem: Stem): Stem {
  return stemAt(stem.replace(/^\d+/, ''))
}

/** A decoded path without its form, as a request or a pack names it. That something is there is not said. */
export function stemAt(path: string): Stem {
  return path as Stem
}

/** A stem as the path of a URL, percent-encoded. */
export function stemPath(stem: Stem): string {
  // Most are written as they are, and there are tens of thousands.
  if (/^[\w\-./]*$/.test(stem)) return stem
  return stem.split('/').map(encodeURIComponent).join('/')
}

/** The absolute URL of a stem, in one of its forms or, with the empty form, under the stem itself. */
export function stemUrl(site: Pick<Site, 'url'>, stem: Stem, form = ''): string {
  return formUrl(site.url + stemPath(stem), form)
}

/** The absolute URL of one form of what is at a URL. */
export function formUrl(url: string, form: string): string {
  return form === '' ? url : `${url}.${form}`
}

/** The absolute URL of an article's page: what links, feeds and pages call it by. */
export function articleUrl(site: Pick<Site, 'url'>, slug: Slug): string {
  return stemUrl(site, ADDRESSES.article.stemOf(slug))
}
