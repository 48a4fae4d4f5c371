import { EPOCH, type Instant, instant, LAST_INSTANT, laterOf } from '../model/instant.ts'
import type { Ledger } from '../model/ledger.ts'

/** Dates in HTTP have whole seconds (RFC 9110 §5.6.7). */
const SECOND = 1000

/** The latest moment at which a build has changed a ledger. */
export function latestBuild({ changed, entries }: Pick<Ledger, 'changed' | 'entries'>): Instant {
  return entries.map((entry) => entry.changed).reduce(laterOf, changed ?? EPOCH)
}

/**
 * The current moment by a ledger and a clock. Articles that were published at the ledger's last change stay published, even
 * if a clock now shows an earlier moment.
 */
export function timeBy(ledger: Pick<Ledger, 'changed' | 'entries'> | undefined, at: Instant): Instant {
  return ledger === undefined ? at : laterOf(at, latestBuild(ledger))
}

/**
 * The moment that readers see for a change at `at`. It is at least a second after all earlier changes, so that
 * Last-Modified grows with each change, even if the clock was set back.
 */
export function momentOfChange(
  ledger: Pick<Ledger, 'changed' | 'entries'> | undefined,
  at: Instant,
): Instant {
  return ledger === undefined ? at : laterOf(at, nextSecond(latestBuild(ledger)))
}

/** The start of the second after a moment, or at the end of time the last valid millisecond. */
export function nextSecond(moment: Instant): Instant {
  return instant(Math.min((Math.floor(moment / SECOND) + 1) * SECOND, LAST_INSTANT))
}
