import type { Instant } from '../../model/instant.ts'
import { parseHttpDate } from './http-date.ts'

/** A range of a body's bytes, from `start` up to, but not including, `end`. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/** The answer to a Range header: the whole body, a part, or "not satisfiable". */
export type RangeDecision =
  | { readonly kind: 'whole' | 'unsatisfiable' }
  | { readonly kind: 'part'; readonly range: ByteRange }

/** The range that a client asks for: from one byte to another, both included, or the last `suffix` bytes. */
export type RangeWish = { readonly first: number; readonly last: number } | { readonly suffix: number }

/** The representation that a range is taken from. */
export interface RangedBody {
  /** Length in bytes. */
  readonly length: number
  readonly lastModified: Instant | undefined
  readonly now: Instant
}

const WHOLE: RangeDecision = { kind: 'whole' }

/**
 * Parses a Range header (RFC 9110 §14.2) that asks for one range of bytes. Returns undefined for every other value: an
 * unknown unit, a malformed range, several ranges. RFC 9110 allows a server to ignore these.
 */
export function parseRange(header: string): RangeWish | undefined {
  const [, first = '', last = ''] = /^bytes=[\s,]*(\d*)-(\d*)[\s,]*$/i.exec(header.trim()) ?? []
  if (first === '') return last === '' ? undefined : { suffix: Number(last) }
  if (last === '') return { first: Number(first), last: Number.POSITIVE_INFINITY }
  // A range whose end is before its start is malformed (§14.1.1), not unsatisfiable.
  return Number(last) < Number(first) ? undefined : { first: Number(first), last: Number(last) }
}

/**
 * Decides which bytes of a body answer a GET. Call it only if the preconditions hold and the answer without a range
 * would be a 200 (RFC 9110 §14.2).
 */
export function decideRange(headers: Headers, body: RangedBody): RangeDecision {
  const wish = parseRange(headers.get('Range') ?? '')
  // An empty body has no parts, so no Content-Range could describe one (§14.4).
  if (wish === undefined || body.length === 0 || !isFresh(headers.get('If-Range'), body)) return WHOLE
  const start = 'suffix' in wish ? Math.max(0, body.length - wish.suffix) : wish.first
  const end = 'suffix' in wish ? body.length : Math.min(body.length, wish.last + 1)
  return start < end ? { kind: 'part', range: { start, end } } : { kind: 'unsatisfiable' }
}

/** Renders the Content-Range of a part, or of a 416 if `range` is undefined (RFC 9110 §14.4). */
export function renderContentRange(range: ByteRange | undefined, length: number): string {
  return range === undefined ? `bytes */${length}` : `bytes ${range.start}-${range.end - 1}/${length}`
}

/**
 * Whether the client's partial copy is still current (RFC 9110 §13.1.5). An entity-tag would have to be strong, and our
 * tags are weak. A date must equal the date that we send; no file changes twice within one second.
 */
function isFresh(ifRange: string | null, { lastModified, now }: RangedBody): boolean {
  if (ifRange === null) return true
  if (lastModified === undefined) return false
  const date = parseHttpDate(ifRange)
  return date !== undefined && lastModified <= now && date === Math.floor(lastModified / 1000) * 1000
}
