import { EPOCH, type Instant, laterOf } from '../model/instant.ts'
import type { Ledger, LedgerEntry } from '../model/ledger.ts'
import { timeBy } from './ledger-time.ts'

/**
 * When anything that subscribers were given last changed, as of the moment `at`: never before what the ledger told, and
 * whatever happens to an article that nobody has been shown yet is none of it. What merely comes due is left out: if
 * somebody takes it back, that is a change of its own.
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
