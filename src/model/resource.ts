import type { Instant } from './instant.ts'

declare const stemBrand: unique symbol

/** A URL's path below the site's, without the extension that names a form: `/feed`, `/articles/x`. Percent-decoded. */
export type Stem = string & { readonly [stemBrand]: true }

/** What one stem names, from now to all that is known of the future. A large build has its pieces elsewhere. */
export interface Resource<Piece = Uint8Array> {
  readonly stem: Stem
  /** By rising `from`; at least one. Before the first the stem names nothing. */
  readonly versions: readonly Version<Piece>[]
  /** The moments from which on further versions are to be looked for elsewhere, rising. */
  readonly later: readonly Instant[]
}

/** What a stem shows from a moment on. */
export interface Version<Piece = Uint8Array> {
  readonly from: Instant
  readonly shows: Content<Piece> | Moved | Gone
}

/** Something to show, in one form or several. */
export interface Content<Piece = Uint8Array> {
  readonly kind: 'content'
  /** At least one; the first is the one that answers where none is asked for. */
  readonly representations: readonly Representation<Piece>[]
}

/** Something that is to be had elsewhere, for ever. */
export interface Moved {
  readonly kind: 'moved'
  /** An absolute URL, to which the form that was asked for is added. */
  readonly location: string
}

/** Something that was here and is withdrawn. */
export interface Gone {
  readonly kind: 'gone'
}

/** One form of a resource: the exact bytes that a client is given, and what HTTP says of them. */
export interface Representation<Piece = Uint8Array> {
  /** The URL's extension that asks for this form: `rss`; `html` is what the stem itself shows. */
  readonly form: string
  /** The Content-Type, with its charset: `text/html; charset=utf-8`. */
  readonly type: string
  /** An opaque-tag of RFC 9110 §8.8.3 without quotes: made from the decoded bytes, whatever `coding` is. */
  readonly etag: string
  /** When the content last changed. Absent for what lists articles, which changes with the whole publication. */
  readonly lastModified?: Instant
  /** How the body is coded: as it is, or as one gzip member (RFC 1952). */
  readonly coding: 'identity' | 'gzip'
  /** The body, one piece after another. Versions share pieces, so that a version costs only what is new in it. */
  readonly pieces: readonly Piece[]
  /** Of a feed: where its entries lie in the decoded bytes, in order; there is at least one. */
  readonly entries?: readonly EntrySlice[]
}

/** Where an entry of a feed lies in the feed's decoded bytes: from `start` up to, not including, `end`. */
export interface EntrySlice {
  readonly start: number
  readonly end: number
}
