import { compareText } from '../model/compare-text.ts'
import type { Instant } from '../model/instant.ts'
import type { LedgerEntry } from '../model/ledger.ts'

/** Numbers come to this with however few entries: a folder may have had more articles than its ledger knows. */
const LEAST_BOUND = 10_000

/**
 * The highest number that an entry of so many can have. They are given one after another, so that ten times as many is a slip
 * or worse; and each fifty of them are an archive to be built, whether anything is in it or not.
 */
export function highestNumber(entries: number): number {
  return Math.max(LEAST_BOUND, 10 * entries)
}

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
