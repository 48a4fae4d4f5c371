import type { Instant } from './instant.ts'

declare const articleIdBrand: unique symbol
declare const slugBrand: unique symbol

/** An article's permanent id in feed readers: a tag URI (RFC 4151), or any id that its writer or another tool has given. */
export type ArticleId = string & { readonly [articleIdBrand]: true }

/** An article's name in URLs: lower-case ASCII letters, digits and single hyphens between them. */
export type Slug = string & { readonly [slugBrand]: true }

/** Whether a text is a valid slug. */
export function isSlug(text: string): text is Slug {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)
}

/** Brands a text as a slug. Throws a RangeError if it is not a valid one. */
export function toSlug(text: string): Slug {
  if (!isSlug(text)) throw new RangeError(`Not a slug: ${text.slice(0, 80)}`)
  return text
}

/** A person or an organisation that writes. */
export interface Author {
  readonly name: string
  readonly email?: string
  /** Absolute http(s) URL. */
  readonly url?: string
}

/** A picture with its properties. */
export interface Image {
  /** Absolute http(s) URL. */
  readonly url: string
  /** The alternative text for readers who cannot see it. */
  readonly alt?: string
  /** Media type, bytes and pixels of a local file; absent for a remote one. */
  readonly type?: string
  readonly length?: number
  readonly width?: number
  readonly height?: number
}

/** A file that comes with an article. */
export interface Enclosure {
  /** Absolute http(s) URL. */
  readonly url: string
  /** Its media type: `audio/mpeg`. */
  readonly type: string
  /** Its size in bytes. Always present for a local file; for a remote one, only if its writer gives it. */
  readonly length?: number
  readonly title?: string
  /** Its duration in seconds. */
  readonly seconds?: number
}

/**
 * An article without its content, as lists need it. Every text in it is NFC and holds only characters legal in XML 1.0.
 */
export interface ArticleFacts {
  readonly id: ArticleId
  /** Its id in Atom, if `id` is not a URI. */
  readonly atomId?: string
  readonly slug: Slug
  /**
   * Its other slugs, in the order of their text. No other article has one of them, but a future article may get one:
   * until it is shown, links lead here.
   */
  readonly formerSlugs: readonly Slug[]
  /** The path of its seed. */
  readonly path: string
  /** Plain text, one line; empty for a note, which has none. */
  readonly title: string
  /** Its first words, if it has no title. */
  readonly label?: string
  /** Plain text, one line, possibly empty. */
  readonly summary: string
  /** The bytes of its HTML in UTF-8. */
  readonly htmlBytes: number
  /** A BCP 47 tag. */
  readonly language: string
  readonly published: Instant
  /** The first publication. Differs from `published` only if the article has a new date. */
  readonly firstPublished: Instant
  /** Never before `published`. No two articles of a publication share it. */
  readonly updated: Instant
  /** When any part of it that subscribers have last changed. */
  readonly changed: Instant
  readonly authors: readonly Author[]
  /** As written, without repetition. */
  readonly tags: readonly string[]
  readonly section?: string
  readonly image?: Image
  /** The files to listen to, watch or download, in the writer's order. */
  readonly enclosures: readonly Enclosure[]
  /** The key that the translations of one article share. */
  readonly translationKey?: string
  /** Its place, from 1, in the order of first publication of all articles ever. Absent before its publication. */
  readonly number?: number
  /** The moment from which it is no longer shown. */
  readonly expires?: Instant
  /** Where it was first published: an absolute URL on another site. */
  readonly canonical?: string
  /** The page on another site that it is about and links to: an absolute URL. */
  readonly link?: string
  /** False for an article that stays out of feeds. */
  readonly inFeeds: boolean
}

/** Returns the name of an article in pages and lists: its title, or its first words. Never empty. */
export function labelOf({ title, label = title }: Pick<ArticleFacts, 'title' | 'label'>): string {
  return title === '' ? label : title
}

/** The content of an article. */
export interface ArticleContent {
  /** Sanitised HTML, every URL in it absolute. */
  readonly html: string
  /** The same content as Markdown. */
  readonly markdown: string
  /** The same content as plain text, with a blank line between blocks. */
  readonly text: string
}

/** A validated, immutable article. */
export interface Article extends ArticleFacts, ArticleContent {}

/** Whether an article is shown at a moment: its date has come, and it has not expired. */
export function isShown(
  { published, expires }: Pick<ArticleFacts, 'published' | 'expires'>,
  moment: Instant,
): boolean {
  return published <= moment && (expires === undefined || moment < expires)
}
