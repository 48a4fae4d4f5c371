import type { ArticleId } from '../model/article.ts'
import type { Ledger } from '../model/ledger.ts'

/** The authority and the year of minted ids: see {@link Ledger}. */
export type IdAuthority = Pick<Ledger, 'authority' | 'year'>

/** Whether a text is a URI, and so an id as it is (RFC 3986 §3). */
export function isUri(text: string): text is ArticleId {
  return /^[a-z][a-z\d+.-]*:[!#-;=?-Z\]_a-z~[]+$/i.test(text)
}

/** The id of an article in feed readers, whatever tool made it: old feeds have many ids that are no URI. */
export function articleId(text: string): ArticleId {
  return text as ArticleId
}

/** A tag URI (RFC 4151) of a name with `/` between its parts: `tag:example.org,2025:articles/my-first-article`. */
export function mintId({ authority, year }: IdAuthority, name: string): ArticleId {
  const specific = name.normalize('NFC').split('/').map(encodePart).join('/')
  return articleId(`tag:${authority},${String(year).padStart(4, '0')}:${specific}`)
}

/** The id that the front matter gives: a URI as it is, any other text as a name to mint an id from. */
export function writtenId(authority: IdAuthority, written: string): ArticleId {
  return isUri(written) ? written : mintId(authority, written)
}

/**
 * The id of an article without a written one: minted from its place, with `~2`, `~3` … where another article has that
 * id.
 */
export function distinctId(
  authority: IdAuthority,
  name: string,
  isTaken: (id: ArticleId) => boolean,
): ArticleId {
  let id = mintId(authority, name)
  for (let number = 2; isTaken(id); number += 1) id = mintId(authority, `${name}~${number}`)
  return id
}

/** Half of a surrogate pair has no encoding, but a file system may give it. */
function encodePart(part: string): string {
  return encodeURIComponent(part.toWellFormed())
}
