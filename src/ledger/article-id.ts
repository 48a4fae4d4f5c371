import type { ArticleId } from '../model/article.ts'
import { dropIllegal } from '../model/escape.ts'
import type { Ledger } from '../model/ledger.ts'

/** The authority and the year of minted ids: see {@link Ledger}. */
export type IdAuthority = Pick<Ledger, 'authority' | 'year'>

/** Whether a text is a URI, and so an id as it is (RFC 3986 §3). */
export function isUri(text: string): text is ArticleId {
  return /^[a-z][a-z\d+.-]*:[!#-;=?-Z\]_a-z~[]+$/i.test(text)
}

/** Whether every format can give a text as an id: one line of characters that are legal in XML. */
export function isFeedId(text: string): text is ArticleId {
  return text.trim() !== '' && !/[\p{Cc}\u2028\u2029]/u.test(text) && dropIllegal(text) === text
}

/** The id of an article in feed readers, whatever tool made it: old feeds have many ids that are no URI. */
export function articleId(text: string): ArticleId {
  return text as ArticleId
}

/** A tag URI (RFC 4151) of a name with `/` between its parts: `tag:example.org,2025:articles/my-first-article`. */
export function mintId(authority: IdAuthority, name: string): ArticleId {
  return articleId(tagUri(authority, name.normalize('NFC').split('/').map(encodePart).join('/')))
}

/**
 * The ids by which the ledger may know an article whose front matter has an id: the same, and for a text that is no URI
 * the one that earlier versions minted from it.
 */
export function writtenIds(authority: IdAuthority, written: string): readonly ArticleId[] {
  return isUri(written) ? [written] : [articleId(written), mintId(authority, written)]
}

/**
 * An id as Atom has it, where it must be a URI (RFC 4287 §4.2.6): a URI as it is, any other IRI with its characters
 * encoded (RFC 3987 §3.1), any other text as a tag URI. No minted id has a `:` at that place.
 */
export function atomId(authority: IdAuthority, id: string): string {
  if (isUri(id)) return id
  const encoded = encodeIri(id)
  return isUri(encoded) ? encoded : tagUri(authority, `id:${encodePart(id)}`)
}

/** Whether an id in an Atom feed is another id as Atom has it, whatever the authority of its site. */
export function isAtomIdOf(uri: string, id: string): boolean {
  const [, host, year] = /^tag:([a-z\d.-]+),(\d{4}):id:/.exec(uri) ?? []
  return uri === atomId({ authority: host ?? '', year: Number(year ?? 0) }, id)
}

/** The id that stands behind one of a site's own tag URIs in Atom, with the year in it; undefined of any other. */
export function idBehindAtom(
  { authority }: Pick<IdAuthority, 'authority'>,
  uri: string,
): { readonly id: ArticleId; readonly year: number } | undefined {
  const [, host, year = '', encoded = ''] = /^tag:([a-z\d.-]+),(\d{4}):id:(.+)$/.exec(uri) ?? []
  if (host !== authority || !isWellEncoded(encoded)) return undefined
  return { id: articleId(decodeURIComponent(encoded)), year: Number(year) }
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

function tagUri({ authority, year }: IdAuthority, specific: string): string {
  return `tag:${authority},${String(year).padStart(4, '0')}:${specific}`
}

function isWellEncoded(text: string): boolean {
  try {
    return encodeURIComponent(decodeURIComponent(text)) === text
  } catch {
    // Not every `%` begins an octet.
    return false
  }
}

/** All that is not ASCII, encoded as UTF-8. */
function encodeIri(text: string): string {
  return text.toWellFormed().replaceAll(/[\u0080-\uFFFF]+/g, encodeURIComponent)
}

/** Half of a surrogate pair has no encoding, but a file system may give it. */
function encodePart(part: string): string {
  return encodeURIComponent(part.toWellFormed())
}
