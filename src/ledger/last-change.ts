import { EPOCH, type Instant, laterOf } from '../model/instant.ts'
import type { Ledger, LedgerEntry } from '../model/ledger.ts'
import { timeBy } from './ledger-time.ts'

/**
 * When anything that subscribers have last changed, as of the moment `at`: never before the ledger's own moment, and
 * without changes of articles that were never shown. A publication by its date is left out: to take such an article
 * back is a change of its own.
 */
export function lastChange(
  before: Pick<Ledger, 'changed' | 'entries'> | undefined,
  entries: readonly LedgerEntry[],
  at: Instant,
): Instant {
  const by = timeBy(before, at)
  const told = before?.changed ?? latest(before?.entries ?? [])
  return laterOf(told, latest(entries.filter(({ published }) => published <= by)))
}

function latest(entries: readonly LedgerEntry[]): Instant {
  return entries.map(({ changed }) => changed).reduce(laterOf, EPOCH)
}
