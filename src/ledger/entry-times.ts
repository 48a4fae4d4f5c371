import { type Instant, laterOf } from '../model/instant.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import type { Candidate } from './candidate.ts'
import { dateOf } from './merge-entries.ts'

/** The moments that an entry tells of an article. */
export type EntryTimes = Pick<LedgerEntry, 'published' | 'dated' | 'updated'>

/**
 * When an article was first published and when its words last changed, as of the moment `at`. What is still to come
 * follows the article's date; what has come stays, since subscribers have been given it.
 */
export function entryTimes(candidate: Candidate, before: LedgerEntry | undefined, at: Instant): EntryTimes {
  const { date } = candidate
  const published = before !== undefined && before.published <= at ? before.published : date
  return {
    published,
    ...(date !== published && { dated: date }),
    updated: updatedOf(candidate, before, at),
  }
}

function updatedOf({ date, digest }: Candidate, before: LedgerEntry | undefined, at: Instant): Instant {
  if (before === undefined) return date
  if (before.published > at) return date === dateOf(before) ? before.updated : date
  const own = digest === before.digest ? before.updated : at
  // What is only dated ahead is told of as such, and may be dated back again.
  return date === dateOf(before) || date > at ? own : laterOf(own, date)
}
