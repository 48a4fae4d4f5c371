import type { Instant } from './instant.ts'
import type { EntrySlice, Stem } from './resource.ts'

/** A resource as it is rendered, before its forms are hashed and compressed into representations. */
export interface Rendered {
  readonly stem: Stem
  /** At least one; the first is the one that answers where none is asked for. */
  readonly renditions: readonly Rendition[]
}

/** One form of it. */
export interface Rendition {
  /** The URL's extension that asks for this form: `rss`; `html` is what the stem itself shows. */
  readonly form: string
  /** The Content-Type, with its charset. */
  readonly type: string
  /**
   * When the content last changed. Not known of what lists articles: one with an older date may come in or leave, and a
   * Last-Modified that does not move then loses it for readers that compare dates (newsboat, rsstail).
   */
  readonly lastModified?: Instant
  readonly body: string | Uint8Array
  /** Of a feed: where its entries lie in the bytes of `body`. */
  readonly entries?: readonly EntrySlice[]
}
