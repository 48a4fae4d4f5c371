import { compareText } from '../model/compare-text.ts'
import type { Instant } from '../model/instant.ts'
import type { LedgerEntry } from '../model/ledger.ts'

/** The limit with however few entries: a folder may have had more articles than its ledger knows. */
const LEAST_BOUND = 10_000

/**
 * The highest number that one of so many entries can have. Numbers are consecutive, so that ten times as many is a
 * mistake; and each fifty numbers are an archive to build, even an empty one.
 */
export function highestNumber(entries: number): number {
  return Math.max(LEAST_BOUND, 10 * entries)
}

/**
 * Numbers the entries that are published by the moment `at` and have no number yet, in the order of first publication,
 * after all that have one. No number is given again, even where an article with an older date comes in later: an
 * article stays in its archive.
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
