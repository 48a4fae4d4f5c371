import { compareText } from '../model/compare-text.ts'
import type { Instant } from '../model/instant.ts'
import type { LedgerEntry } from '../model/ledger.ts'

/** The limit for few entries. A folder may have had more articles than its ledger has now. */
const LEAST_BOUND = 10_000

/**
 * The highest valid number for a count of entries. Numbers are consecutive, so one ten times as high is a mistake. A
 * mistake would be costly, because each fifty numbers make an archive page, even an empty one.
 */
export function highestNumber(entries: number): number {
  return Math.max(LEAST_BOUND, 10 * entries)
}

/**
 * Numbers the entries that are published by the moment `at` and have no number yet. They follow all others, in the order of
 * first publication. No number is given twice, even if an article with an older date comes later, so an article stays on
 * its archive page.
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
