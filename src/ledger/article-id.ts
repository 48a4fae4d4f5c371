import type { ArticleId } from '../model/article.ts'
import { dropIllegal } from '../model/escape.ts'
import type { Ledger } from '../model/ledger.ts'

/** The authority and the year of minted ids: see {@link Ledger}. */
export type IdAuthority = Pick<Ledger, 'authority' | 'year'>

/** Whether a text is a URI, which is used as an id without change (RFC 3986 §3). */
export function isUri(text: string): text is ArticleId {
  return /^[a-z][a-z\d+.-]*:[!#-;=?-Z\]_a-z~[]+$/i.test(text)
}

/** Whether a text is valid as an id in every format: one line of characters that are legal in XML. */
export function isFeedId(text: string): text is ArticleId {
  return text.trim() !== '' && !/[\p{Cc}\u2028\u2029]/u.test(text) && dropIllegal(text) === text
}

/** The id of an article in feed readers. Old feeds of other tools have many ids that are not URIs. */
export function articleId(text: string): ArticleId {
  return text as ArticleId
}

/** A tag URI (RFC 4151) of a name with `/` between its parts: `tag:example.org,2025:articles/my-first-article`. */
export function mintId(authority: IdAuthority, name: string): ArticleId {
  return articleId(tagUri(authority, name.normalize('NFC').split('/').map(encodePart).join('/')))
}

/**
 * The ids that the ledger may have for an id in the front matter: the id itself, and if it is not a URI, the one that
 * earlier versions made from it.
 */
export function writtenIds(authority: IdAuthority, written: string): readonly ArticleId[] {
  return isUri(written) ? [written] : [articleId(written), mintId(authority, written)]
}

/**
 * An id in the form for Atom, which requires a URI (RFC 4287 §4.2.6). A URI stays as it is, another IRI gets its characters
 * encoded (RFC 3987 §3.1), and any other text becomes a tag URI. It cannot equal a minted id, which has no `:` at that
 * place.
 */
export function atomId(authority: IdAuthority, id: string): string {
  if (isUri(id)) return id
  const encoded = encodeIri(id)
  return isUri(encoded) ? encoded : tagUri(authority, `id:${encodePart(id)}`)
}

/** Whether an id in an Atom feed is the Atom form of another id, for any site. */
export function isAtomIdOf(uri: string, id: string): boolean {
  const [, host, year] = /^tag:([a-z\d.-]+),(\d{4}):id:/.exec(uri) ?? []
  return uri === atomId({ authority: host ?? '', year: Number(year ?? 0) }, id)
}

/** The id in one of a site's own tag URIs for Atom, and the year in it. Undefined for any other text. */
export function idBehindAtom(
  { authority }: Pick<IdAuthority, 'authority'>,
  uri: string,
): { readonly id: ArticleId; readonly year: number } | undefined {
  const [, host, year = '', encoded = ''] = /^tag:([a-z\d.-]+),(\d{4}):id:(.+)$/.exec(uri) ?? []
  if (host !== authority || !isWellEncoded(encoded)) return undefined
  return { id: articleId(decodeURIComponent(encoded)), year: Number(year) }
}

/**
 * The id of an article whose front matter has none. It is minted from its place, with `~2`, `~3` … if another article has
 * the same.
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

function tagUri({ authority, year }: IdAuthority, specific: string): string {
  return `tag:${authority},${String(year).padStart(4, '0')}:${specific}`
}

function isWellEncoded(text: string): boolean {
  try {
    return encodeURIComponent(decodeURIComponent(text)) === text
  } catch {
    // A `%` without two hexadecimal digits.
    return false
  }
}

/** Encodes all characters outside of ASCII as UTF-8. */
function encodeIri(text: string): string {
  return text.toWellFormed().replaceAll(/[\u0080-\uFFFF]+/g, encodeURIComponent)
}

/** Encodes a part of a path. A file system may give lone surrogates, which have no encoding. */
function encodePart(part: string): string {
  return encodeURIComponent(part.toWellFormed())
}
