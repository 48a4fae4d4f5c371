import type { Instant } from './instant.ts'

declare const articleIdBrand: unique symbol
declare const slugBrand: unique symbol

/** An article's id in feed readers, for ever: a tag URI (RFC 4151), or whatever its writer or another tool has given. */
export type ArticleId = string & { readonly [articleIdBrand]: true }

/** An article's name in URLs: lower-case ASCII letters, digits and single hyphens between them. */
export type Slug = string & { readonly [slugBrand]: true }

/** Whether a text is a valid slug. */
export function isSlug(text: string): text is Slug {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)
}

/** A text as a slug. Throws a RangeError where it is no valid one. */
export function toSlug(text: string): Slug {
  if (!isSlug(text)) throw new RangeError(`Not a slug: ${text.slice(0, 80)}`)
  return text
}

/** A person or body that writes. */
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
  /** The text for readers who cannot see it. */
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
  /** Its bytes. Always present for a local file; for a remote one, where its writer gives them. */
  readonly length?: number
  readonly title?: string
  /** How long it plays, in seconds. */
  readonly seconds?: number
}

/**
 * An article without its content, as lists need it. Every text in it is NFC and holds only characters legal in XML 1.0.
 */
export interface ArticleFacts {
  readonly id: ArticleId
  /** Its id in Atom, where `id` is no URI. */
  readonly atomId?: string
  readonly slug: Slug
  /**
   * Its other slugs, in the order of their text. No other article has one of them, but a future article may get one:
   * until it is shown, links lead here.
   */
  readonly formerSlugs: readonly Slug[]
  /** The path of the seed it came from. */
  readonly path: string
  /** Plain text, one line; empty for a note, which has none. */
  readonly title: string
  /** Its first words, where it has no title. */
  readonly label?: string
  /** Plain text, one line, possibly empty. */
  readonly summary: string
  /** How many bytes of UTF-8 its HTML has. */
  readonly htmlBytes: number
  /** A BCP 47 tag. */
  readonly language: string
  readonly published: Instant
  /** The first publication. Later or earlier than `published` only where the article has a new date. */
  readonly firstPublished: Instant
  /** Never before `published`. No two articles of a publication share it. */
  readonly updated: Instant
  /** When anything that subscribers have of it last changed. */
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
  /** Its place, from 1, in the order of first publication of all articles ever; absent before its publication. */
  readonly number?: number
  /** The moment from which it is no longer shown. */
  readonly expires?: Instant
  /** Where else it was first published: an absolute URL. */
  readonly canonical?: string
  /** The page elsewhere that it is about and leads to: an absolute URL. */
  readonly link?: string
  /** False for an article that stays out of feeds. */
  readonly inFeeds: boolean
}

/** What pages and lists call an article: its title, or its first words. Never empty. */
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
