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

/**
 * How much a client wants a media type, from 0 to 1, by the most specific range of its Accept header that covers it
 * (RFC 9110 §12.5.1). A synonym, another name that clients have for the type, counts where it is named itself. Without a
 * header everything is wanted alike.
 */
export function mediaTypeQuality(
  accept: readonly Weighted[],
  type: string,
  synonyms: readonly string[] = [],
): number {
  if (accept.length === 0) return 1
  const [family] = type.split('/')
  const quality = (range: string) => accept.find(({ value }) => value === range)?.quality
  const asSynonym = synonyms.map(quality).filter((found) => found !== undefined)
  const named = quality(type) ?? (asSynonym.length > 0 ? Math.max(...asSynonym) : undefined)
  return named ?? quality(`${family}/*`) ?? quality('*/*') ?? 0
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
