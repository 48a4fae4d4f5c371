import type { Instant } from './instant.ts'

declare const stemBrand: unique symbol

/** A URL's path below the site's, without the extension that names a form: `/feed`, `/articles/x`. Percent-decoded. */
export type Stem = string & { readonly [stemBrand]: true }

/** What one stem names, from now on as far as the future is known. In a large build its pieces are blobs. */
export interface Resource<Piece = Uint8Array> {
  readonly stem: Stem
  /** By rising `from`; at least one. Before the first the stem names nothing. */
  readonly versions: readonly Version<Piece>[]
  /** The moments from which on another stem has the further versions, rising. */
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
  /** An absolute URL; to that of an article or a file the edge adds the requested form. */
  readonly location: string
}

/** A withdrawn resource. */
export interface Gone {
  readonly kind: 'gone'
}

/** One form of a resource: the exact bytes of the response, and their HTTP metadata. */
export interface Representation<Piece = Uint8Array> {
  /** The URL's extension that asks for this form: `rss`; `html` is what the stem itself shows. */
  readonly form: string
  /** The Content-Type, with its charset: `text/html; charset=utf-8`. */
  readonly type: string
  /** An opaque-tag of RFC 9110 §8.8.3 without quotes: made from the decoded bytes, whatever `coding` is. */
  readonly etag: string
  /** When the content last changed. Absent for lists of articles, which change with the whole publication. */
  readonly lastModified?: Instant
  /** How the body is coded: as it is, or as one gzip member (RFC 1952). */
  readonly coding: 'identity' | 'gzip'
  /** The body, one piece after another. Versions share pieces, so that a version adds only its new ones. */
  readonly pieces: readonly Piece[]
  /** Of a feed: where its entries lie in the decoded bytes, in order; there is at least one. */
  readonly entries?: readonly EntrySlice[]
}

/** Where an entry of a feed lies in the feed's decoded bytes: from `start` up to, not including, `end`. */
export interface EntrySlice {
  readonly start: number
  readonly end: number
}
