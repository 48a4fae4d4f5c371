import type { Instant } from './instant.ts'

declare const stemBrand: unique symbol

/** A URL's path below the site's, without the extension that names a form: `/feed`, `/articles/x`. Percent-decoded. */
export type Stem = string & { readonly [stemBrand]: true }

/** The versions of one stem, from now on as far as they are planned. In a large build its pieces are blobs. */
export interface Resource<Piece = Uint8Array> {
  readonly stem: Stem
  /** By rising `from`; at least one. Before the first one, the stem has no content. */
  readonly versions: readonly Version<Piece>[]
  /** The moments from which another stem holds further versions, rising. */
  readonly later: readonly Instant[]
}

/** What a stem shows from a moment on. */
export interface Version<Piece = Uint8Array> {
  readonly from: Instant
  readonly shows: Content<Piece> | Moved | Gone
}

/** Content in one form or several. */
export interface Content<Piece = Uint8Array> {
  readonly kind: 'content'
  /** At least one; the first is the default form. */
  readonly representations: readonly Representation<Piece>[]
}

/** A permanent redirect. */
export interface Moved {
  readonly kind: 'moved'
  /** An absolute URL. If it is that of an article or a file, the edge adds the requested form. */
  readonly location: string
}

/** A withdrawn resource. */
export interface Gone {
  readonly kind: 'gone'
}

/** One form of a resource: the exact bytes of the response, and their HTTP metadata. */
export interface Representation<Piece = Uint8Array> {
  /** The URL's extension that selects this form: `rss`. `html` is what the stem itself shows. */
  readonly form: string
  /** The Content-Type, with its charset: `text/html; charset=utf-8`. */
  readonly type: string
  /** An opaque-tag (RFC 9110 §8.8.3) without quotes, made from the decoded bytes, so it does not depend on `coding`. */
  readonly etag: string
  /** When the content last changed. Absent for lists of articles, which change with the whole publication. */
  readonly lastModified?: Instant
  /** The coding of the body: none, or one gzip member (RFC 1952). */
  readonly coding: 'identity' | 'gzip'
  /** The body, one piece after another. Versions share pieces, so that a version stores only its new ones. */
  readonly pieces: readonly Piece[]
  /** For a feed: the places of its entries in the decoded bytes, in order; at least one. */
  readonly entries?: readonly EntrySlice[]
}

/** The place of an entry in the feed's decoded bytes: from `start` up to, but not including, `end`. */
export interface EntrySlice {
  readonly start: number
  readonly end: number
}
