import { EPOCH, type Instant, laterOf } from '../model/instant.ts'
import type { Ledger, LedgerEntry } from '../model/ledger.ts'
import { timeBy } from './ledger-time.ts'

/**
 * When subscribers last got a change, as of the moment `at`. It is never before the ledger's own moment. Changes of
 * articles that were never shown do not count. Neither does a publication by its date: to withdraw such an article is a
 * change of its own.
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
