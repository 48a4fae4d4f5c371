import { Memory } from '../../model/memory.ts'
import { listMembers, memberParts } from './list-members.ts'

/** A member of a list with weights (RFC 9110 §12.4.2): `text/html;q=0.8`. */
export interface Weighted {
  readonly value: string
  readonly quality: number
}

/** Clients are many, and what they accept is of a few kinds. Browsers send 140 characters at most. */
const PARSED = new Memory<readonly Weighted[]>({ most: 100, mostCharacters: 256 })

/** Reads an Accept or Accept-Encoding header. Nothing is in it where it is not sent. */
export function parseAccept(header: string | undefined): readonly Weighted[] {
  return header === undefined ? [] : PARSED.recall(header, () => parse(header))
}

/** How much a client wants a media type. */
export interface Preference {
  /** From 0, not at all, to 1. */
  readonly quality: number
  /** How closely the header names the type: 2 by its name, 1 by its family (`text/*`), 0 by `*\/*` or not at all. */
  readonly closeness: number
  /** The place in the header of what names it. */
  readonly place: number
}

/** Without a header a client wants everything alike. */
const ANYTHING: Preference = { quality: 1, closeness: 0, place: 0 }
const NOTHING: Preference = { quality: 0, closeness: 0, place: 0 }

/**
 * How much a client wants a media type, by the most specific range of its Accept header that covers the type (RFC 9110
 * §12.5.1). A synonym, another name that clients have for the type, counts where the header names it.
 */
export function preferenceFor(
  accept: readonly Weighted[],
  type: string,
  synonyms: readonly string[] = [],
): Preference {
  if (accept.length === 0) return ANYTHING
  const find = (range: string, closeness: number): Preference[] => {
    const place = accept.findIndex(({ value }) => value === range)
    const found = accept[place]
    return found === undefined ? [] : [{ quality: found.quality, closeness, place }]
  }
  const [named = mostWanted(synonyms.flatMap((synonym) => find(synonym, 2)))] = find(type, 2)
  const [family] = type.split('/')
  return named ?? find(`${family}/*`, 1)[0] ?? find('*/*', 0)[0] ?? NOTHING
}

/**
 * Whether a client wants one type more than another. RFC 9110 leaves open which of equal weights wins. Clients that list
 * what they want name it before a wildcard and put it first: `text/markdown, text/html, *\/*`.
 */
export function isWantedMore(one: Preference, other: Preference): boolean {
  if (one.quality !== other.quality) return one.quality > other.quality
  if (one.closeness !== other.closeness) return one.closeness > other.closeness
  return one.closeness > 0 && one.place < other.place
}

function mostWanted(preferences: readonly Preference[]): Preference | undefined {
  let most = preferences[0]
  for (const each of preferences) if (most !== undefined && isWantedMore(each, most)) most = each
  return most
}

/** Whether a client takes a content coding other than none (RFC 9110 §12.5.3). One that does not say, does not. */
export function acceptsCoding(acceptEncoding: string | undefined, coding: string): boolean {
  const codings = parseAccept(acceptEncoding)
  const named = codings.find(({ value }) => value === coding) ?? codings.find(({ value }) => value === '*')
  return named !== undefined && named.quality > 0
}

function parse(header: string): readonly Weighted[] {
  return listMembers(header.toLowerCase())
    .map(memberParts)
    .map(([value = '', ...parameters]) => ({ value, quality: parseQuality(parameters) }))
}

/** A weight that is none (RFC 9110 §12.4.2 allows three decimals from 0 to 1) counts as none given: 1. */
function parseQuality(parameters: readonly string[]): number {
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
  return weight !== undefined && /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(weight) ? Number(weight) : 1
}
