import type { ArticleId } from '../model/article.ts'
import type { Instant } from '../model/instant.ts'

/** What an id is made of where the writer gives none that is a URI. */
export interface IdParts {
  /** The host that ids are minted under. */
  readonly authority: string
  readonly published: Instant
  /** What tells the article from all others: its name by its path, or the `id` of its front matter. */
  readonly name: string
}

/** Whether a text is a URI, and so an id as it is (RFC 3986 §3). */
export function isUri(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:[!#-;=?-Z\]_a-z~[]+$/i.test(text)
}

/** A tag URI (RFC 4151): `tag:example.org,2025:articles/my-first-article`. */
export function mintId({ authority, published, name }: IdParts): ArticleId {
  // Only a year: the day that an article is dated may still be mended.
  const year = new Date(published).getUTCFullYear()
  const specific = name.normalize('NFC').split('/').map(encodeURIComponent).join('/')
  return `tag:${authority},${year}:${specific}` as ArticleId
}
