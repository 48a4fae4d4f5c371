import type { Instant } from '../../model/instant.ts'
import { parseHttpDate } from './http-date.ts'

/** Some bytes of a body: from `start` up to, not including, `end`. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/** What a client is given of a body: all of it, a part, or nothing, since what it asks for is not there. */
export type RangeDecision =
  | { readonly kind: 'whole' | 'unsatisfiable' }
  | { readonly kind: 'part'; readonly range: ByteRange }

/** What a client asks for: from a byte on, up to another one, both included, or so many bytes from the end. */
export type RangeWish = { readonly first: number; readonly last: number } | { readonly suffix: number }

/** What the parts are parts of. */
export interface RangedBody {
  /** In bytes. */
  readonly length: number
  readonly lastModified: Instant
  readonly now: Instant
}

const WHOLE: RangeDecision = { kind: 'whole' }

/**
 * Reads a Range header (RFC 9110 §14.2) that asks for one range of bytes. Undefined for any other, which may be answered
 * as if it were not there: for a unit that we do not know, for what is malformed, and for several ranges at once.
 */
export function parseRange(header: string): RangeWish | undefined {
  const [, first = '', last = ''] = /^bytes=[\s,]*(\d*)-(\d*)[\s,]*$/i.exec(header.trim()) ?? []
  if (first === '') return last === '' ? undefined : { suffix: Number(last) }
  if (last === '') return { first: Number(first), last: Number.POSITIVE_INFINITY }
  // A range that ends before it begins is malformed (§14.1.1), not one that cannot be satisfied.
  return Number(last) < Number(first) ? undefined : { first: Number(first), last: Number(last) }
}

/**
 * Decides which bytes of a body a GET is answered with. To be asked when its preconditions are met and the answer without a
 * range would be a 200 (RFC 9110 §14.2).
 */
export function decideRange(headers: Headers, body: RangedBody): RangeDecision {
  const wish = parseRange(headers.get('Range') ?? '')
  // Of no bytes, no part can be told of (§14.4).
  if (wish === undefined || body.length === 0 || !isFresh(headers.get('If-Range'), body)) return WHOLE
  const start = 'suffix' in wish ? Math.max(0, body.length - wish.suffix) : wish.first
  const end = 'suffix' in wish ? body.length : Math.min(body.length, wish.last + 1)
  return start < end ? { kind: 'part', range: { start, end } } : { kind: 'unsatisfiable' }
}

/** The Content-Range of a part (RFC 9110 §14.4), or of an answer that there is no such part. */
export function renderContentRange(range: ByteRange | undefined, length: number): string {
  return range === undefined ? `bytes */${length}` : `bytes ${range.start}-${range.end - 1}/${length}`
}

/**
 * Whether what a client has a part of is still what we have (RFC 9110 §13.1.5). An entity-tag would have to be strong, and
 * none of ours is. A date has to be the very one that we send; no file changes twice within its second.
 */
function isFresh(ifRange: string | null, { lastModified, now }: RangedBody): boolean {
  if (ifRange === null) return true
  const date = parseHttpDate(ifRange)
  return date !== undefined && lastModified <= now && date === Math.floor(lastModified / 1000) * 1000
}
