import { Memory } from '../../model/memory.ts'
import { listMembers, memberParts } from './list-members.ts'

/** A list member with a weight (RFC 9110 §12.4.2): `text/html;q=0.8`. */
export interface Weighted {
  readonly value: string
  readonly quality: number
}

/** Many clients send the same few headers, so parsed headers are kept. Browsers send at most 140 characters. */
const PARSED = new Memory<readonly Weighted[]>({ most: 100, mostCharacters: 256 })

/** Parses an Accept or Accept-Encoding header. A header that is not sent gives an empty list. */
export function parseAccept(header: string | undefined): readonly Weighted[] {
  return header === undefined ? [] : PARSED.recall(header, () => parse(header))
}

/** How much a client wants a media type. */
export interface Preference {
  /** The weight: from 0 (refused) to 1. */
  readonly quality: number
  /** How closely the header names the type: 2 for its name, 1 for its family (`text/*`), 0 for `*\/*` or no match. */
  readonly closeness: number
  /** The index of the matching member in the header. */
  readonly place: number
}

/** The preference for every type if there is no Accept header. */
const ANYTHING: Preference = { quality: 1, closeness: 0, place: 0 }
const NOTHING: Preference = { quality: 0, closeness: 0, place: 0 }

/**
 * How much a client wants a media type. The most specific range of its Accept header that covers the type decides (RFC
 * 9110 §12.5.1). A synonym is another name that clients use for the type; it counts if the header names it.
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
 * Whether a client prefers one type to another. RFC 9110 does not say which of two equal weights wins. Clients list the
 * type that they want first, before any wildcard: `text/markdown, text/html, *\/*`.
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

/** Whether a client accepts a content coding other than `identity` (RFC 9110 §12.5.3). Without the header it does not. */
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

/**
 * Parses a weight. An invalid weight counts as 1, as if it were absent (RFC 9110 §12.4.2 allows 0 to 1, with three
 * decimals).
 */
function parseQuality(parameters: readonly string[]): number {
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
  return weight !== undefined && /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(weight) ? Number(weight) : 1
}
