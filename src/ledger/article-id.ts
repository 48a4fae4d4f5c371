import type { ArticleId } from '../model/article.ts'
import type { Ledger } from '../model/ledger.ts'

/** Under what ids are minted: see {@link Ledger}. */
export type IdAuthority = Pick<Ledger, 'authority' | 'year'>

/** Whether a text is a URI, and so an id as it is (RFC 3986 §3). */
export function isUri(text: string): text is ArticleId {
  return /^[a-z][a-z\d+.-]*:[!#-;=?-Z\]_a-z~[]+$/i.test(text)
}

/** What a feed reader knows an article by, whatever made it: old feeds are full of ids that are no URI. */
export function articleId(text: string): ArticleId {
  return text as ArticleId
}

/** A tag URI (RFC 4151) of a name with `/` between its parts: `tag:example.org,2025:articles/my-first-article`. */
export function mintId({ authority, year }: IdAuthority, name: string): ArticleId {
  const specific = name.normalize('NFC').split('/').map(encodePart).join('/')
  return articleId(`tag:${authority},${String(year).padStart(4, '0')}:${specific}`)
}

/** The id that a writer's own words stand for: they are it, or a name to mint it from. */
export function writtenId(authority: IdAuthority, written: string): ArticleId {
  return isUri(written) ? written : mintId(authority, written)
}

/** The id of an article that tells only its place: minted from that, and told from all that are taken by `~2`, `~3` … */
export function distinctId(
  authority: IdAuthority,
  name: string,
  isTaken: (id: ArticleId) => boolean,
): ArticleId {
  let id = mintId(authority, name)
  for (let number = 2; isTaken(id); number += 1) id = mintId(authority, `${name}~${number}`)
  return id
}

/** Half of a surrogate pair has no encoding; a file system may give it all the same. */
function encodePart(part: string): string {
  return encodeURIComponent(part.toWellFormed())
}
