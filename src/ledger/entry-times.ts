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
    updated: laterOf(updatedOf(candidate, before, at), date),
  }
}

function updatedOf({ date, digest }: Candidate, before: LedgerEntry | undefined, at: Instant): Instant {
  if (before === undefined) return date
  if (before.updated > at) return date === dateOf(before) ? before.updated : date
  return digest === before.digest ? before.updated : at
}
