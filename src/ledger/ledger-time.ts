import { EPOCH, type Instant, instant, LAST_INSTANT, laterOf } from '../model/instant.ts'
import type { Ledger } from '../model/ledger.ts'

/** HTTP tells moments to the second: RFC 9110 §5.6.7. */
const SECOND = 1000

/** The latest moment at which a build has changed a ledger. */
export function latestBuild({ changed, entries }: Pick<Ledger, 'changed' | 'entries'>): Instant {
  return entries.map((entry) => entry.changed).reduce(laterOf, changed ?? EPOCH)
}

/**
 * How late it is, as far as a ledger and a clock know: what had been published when the ledger was last changed has been
 * given out, also where a clock says by now that it is still to come.
 */
export function timeBy(ledger: Pick<Ledger, 'changed' | 'entries'> | undefined, at: Instant): Instant {
  return ledger === undefined ? at : laterOf(at, latestBuild(ledger))
}

/**
 * The moment that a change at `at` is told of: that one, but at least a second after all that was changed before. So
 * Last-Modified grows with each change, whatever the clock says.
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
