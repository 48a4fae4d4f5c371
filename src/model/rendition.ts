import type { BlobRef } from './blob.ts'
import type { Instant } from './instant.ts'
import type { Gone, Moved, Stem } from './resource.ts'

/** A resource as rendered, before its forms are hashed and compressed into representations. */
export interface Rendered {
  readonly stem: Stem
  /** By rising `from`; at least one. Before the first one, the stem has no content. */
  readonly versions: readonly RenderedVersion[]
}

/** The content from a moment on. */
export interface RenderedVersion {
  readonly from: Instant
  readonly shows: RenderedContent | Moved | Gone
}

/** The content of a version. */
export interface RenderedContent {
  readonly kind: 'content'
  /** At least one; the first is the default form. */
  readonly renditions: readonly Rendition[]
}

/** One form of the content. */
export interface Rendition {
  /** The URL's extension that selects this form: `rss`. `html` is what the stem itself shows. */
  readonly form: string
  /** The Content-Type, with its charset. */
  readonly type: string
  /** When the content last changed. Absent for lists of articles, which change with the whole publication. */
  readonly lastModified?: Instant
  readonly body: RenderedBody
}

/** A body: whole, or as the pieces of a list of articles, which versions may share. */
export type RenderedBody = string | Uint8Array | readonly Fragment[]

/** A piece of a body, and whether it is an entry of a feed. */
export interface Fragment {
  /** If it is a blob, each access reads it again. */
  readonly text: string
  readonly isEntry: boolean
  /** The blob of its UTF-8, in a large build. */
  readonly kept?: BlobRef
}
