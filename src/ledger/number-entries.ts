import { compareText } from '../model/compare-text.ts'
import type { Instant } from '../model/instant.ts'
import type { LedgerEntry } from '../model/ledger.ts'

/**
 * Numbers what has been published by the moment `at` and has no number yet, in the order of first publication, after all
 * that have one. A number is never given again, also where an article with an older date comes in later: what was put
 * into an archive by its number stays there.
 */
export function numberEntries(entries: readonly LedgerEntry[], at: Instant): LedgerEntry[] {
  const last = entries.reduce((most, { number = 0 }) => Math.max(most, number), 0)
  const fresh = entries
    .filter(({ number, published }) => number === undefined && published <= at)
    .sort((a, b) => a.published - b.published || compareText(a.id, b.id))
  const numbers = new Map(fresh.map(({ id }, index) => [id, last + index + 1]))
  return entries.map((entry) => {
    const number = numbers.get(entry.id)
    return number === undefined ? entry : { ...entry, number }
  })
}
