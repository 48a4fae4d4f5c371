import type { BlobRef } from './blob.ts'
import type { Instant } from './instant.ts'
import type { Gone, Moved, Stem } from './resource.ts'

/** A resource as it is rendered, before its forms are hashed and compressed into representations. */
export interface Rendered {
  readonly stem: Stem
  /** By rising `from`; at least one. Before the first the stem names nothing. */
  readonly versions: readonly RenderedVersion[]
}

/** What it shows from a moment on. */
export interface RenderedVersion {
  readonly from: Instant
  readonly shows: RenderedContent | Moved | Gone
}

/** What is to be shown. */
export interface RenderedContent {
  readonly kind: 'content'
  /** At least one; the first is the one that answers where none is asked for. */
  readonly renditions: readonly Rendition[]
}

/** One form of it. */
export interface Rendition {
  /** The URL's extension that asks for this form: `rss`; `html` is what the stem itself shows. */
  readonly form: string
  /** The Content-Type, with its charset. */
  readonly type: string
  /** When the content last changed. Absent for what lists articles, which changes with the whole publication. */
  readonly lastModified?: Instant
  readonly body: RenderedBody
}

/** A body: whole, or the pieces of what lists articles, of which other versions may have the same. */
export type RenderedBody = string | Uint8Array | readonly Fragment[]

/** A piece of a body, and whether it is an entry of a feed. */
export interface Fragment {
  /** Where it is kept, it is read anew each time that it is asked for. */
  readonly text: string
  readonly isEntry: boolean
  /** Where a large build keeps its UTF-8. */
  readonly kept?: BlobRef
}
