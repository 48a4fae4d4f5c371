import { parseHttpDate } from '../../edge/http/http-date.ts'
import type { Instant } from '../../model/instant.ts'

/** Nobody watches a deployment for longer than this because of one header. */
const MOST_MILLISECONDS = 60_000

/**
 * How long a `Retry-After` asks to wait, in milliseconds: it is of seconds, or a date (RFC 9110 §10.2.3). A minute at the
 * most; 0 where it is not sent, is neither, or has passed.
 */
export function parseRetryAfter(header: string | null, now: Instant): number {
  const date = parseHttpDate(header)
  const asked = date === undefined ? Number(/^\d+$/.exec(header ?? '')?.[0] ?? 0) * 1000 : date - now
  return Math.min(Math.max(asked, 0), MOST_MILLISECONDS)
}
