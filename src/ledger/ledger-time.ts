import { EPOCH, type Instant, instant, LAST_INSTANT, laterOf } from '../model/instant.ts'
import type { Ledger } from '../model/ledger.ts'

/** HTTP has moments to the second: RFC 9110 §5.6.7. */
const SECOND = 1000

/** The latest moment at which a build has changed a ledger. */
export function latestBuild({ changed, entries }: Pick<Ledger, 'changed' | 'entries'>): Instant {
  return entries.map((entry) => entry.changed).reduce(laterOf, changed ?? EPOCH)
}

/**
 * The current moment by a ledger and a clock: articles that were published at the ledger's last change stay published,
 * even where a clock now shows an earlier moment.
 */
export function timeBy(ledger: Pick<Ledger, 'changed' | 'entries'> | undefined, at: Instant): Instant {
  return ledger === undefined ? at : laterOf(at, latestBuild(ledger))
}

/**
 * The moment of a change at `at` for readers: the same, but at least a second after all earlier changes. So
 * Last-Modified grows with each change, whatever the clock shows.
 */
export function momentOfChange(
  ledger: Pick<Ledger, 'changed' | 'entries'> | undefined,
  at: Instant,
): Instant {
  return ledger === undefined ? at : laterOf(at, nextSecond(latestBuild(ledger)))
}

/** The beginning of the second after a moment; at the end of time, the last millisecond. */
export function nextSecond(moment: Instant): Instant {
  return instant(Math.min((Math.floor(moment / SECOND) + 1) * SECOND, LAST_INSTANT))
}
