import type { Instant } from './instant.ts'

declare const stemBrand: unique symbol

/** A URL's path below the site's, without the extension that names a form: `/feed`, `/articles/x`. Percent-decoded. */
export type Stem = string & { readonly [stemBrand]: true }

/** What one stem names. */
export type Resource = Content | Moved | Gone

/** Something to show, in one form or several. */
export interface Content {
  readonly kind: 'content'
  readonly stem: Stem
  /** At least one; the first is the one that answers where none is asked for. */
  readonly representations: readonly Representation[]
}

/** Something that is to be had elsewhere, for ever. */
export interface Moved {
  readonly kind: 'moved'
  readonly stem: Stem
  /** An absolute URL. */
  readonly location: string
}

/** Something that was here and will not be again. */
export interface Gone {
  readonly kind: 'gone'
  readonly stem: Stem
}

/** One form of a resource: the exact bytes that a client is given, and what HTTP says of them. */
export interface Representation {
  /** The URL's extension that asks for this form: `rss`; `html` is what the stem itself shows. */
  readonly form: string
  /** The Content-Type, with its charset: `text/html; charset=utf-8`. */
  readonly type: string
  /** An opaque-tag of RFC 9110 §8.8.3 without quotes: made from the decoded bytes, whatever `coding` is. */
  readonly etag: string
  /** When the content last changed, where that is known of it. */
  readonly lastModified?: Instant
  /** How `body` is coded: as it is, or as one gzip member (RFC 1952). */
  readonly coding: 'identity' | 'gzip'
  readonly body: Uint8Array
  /** Of a feed: where its entries lie in the decoded bytes, in order; there is at least one. */
  readonly entries?: readonly EntrySlice[]
}

/** Where an entry of a feed lies in the feed's decoded bytes: from `start` up to, not including, `end`. */
export interface EntrySlice {
  readonly start: number
  readonly end: number
}
