import { Memory } from './memory.ts'

/** A member of a list with weights (RFC 9110 §12.4.2): `text/html;q=0.8`. */
interface Weighted {
  readonly value: string
  readonly quality: number
}

/**
 * How much a client wants a media type, from 0 to 1, by the most specific range of its Accept header that covers it
 * (RFC 9110 §12.5.1). A synonym, another name that clients have for the type, counts where it is named itself. Without a
 * header everything is wanted alike.
 */
export function mediaTypeQuality(
  accept: string | undefined,
  type: string,
  synonyms: readonly string[] = [],
): number {
  if (accept === undefined || accept.trim() === '') return 1
  const [family] = type.split('/')
  const ranges = parseWeighted(accept)
  const quality = (range: string) => ranges.find(({ value }) => value === range)?.quality
  const asSynonym = synonyms.map(quality).filter((found) => found !== undefined)
  const named = quality(type) ?? (asSynonym.length > 0 ? Math.max(...asSynonym) : undefined)
  return named ?? quality(`${family}/*`) ?? quality('*/*') ?? 0
}

/** Whether a client takes a content coding other than none (RFC 9110 §12.5.3). One that does not say, does not. */
export function acceptsCoding(acceptEncoding: string | undefined, coding: string): boolean {
  if (acceptEncoding === undefined) return false
  const codings = parseWeighted(acceptEncoding)
  const named = codings.find(({ value }) => value === coding) ?? codings.find(({ value }) => value === '*')
  return named !== undefined && named.quality > 0
}

/** Clients are many, and what they accept is of a few kinds. */
const PARSED = new Memory<string, readonly Weighted[]>(100)

function parseWeighted(header: string): readonly Weighted[] {
  return PARSED.recall(header, () => parse(header))
}

function parse(header: string): readonly Weighted[] {
  return header
    .split(',')
    .map((member) => member.split(';').map((part) => part.trim().toLowerCase()))
    .map(([value = '', ...parameters]) => ({ value, quality: parseQuality(parameters) }))
}

/** A weight that is none (RFC 9110 §12.4.2 allows three decimals from 0 to 1) counts as none given: 1. */
function parseQuality(parameters: readonly string[]): number {
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
  return weight !== undefined && /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(weight) ? Number(weight) : 1
}
