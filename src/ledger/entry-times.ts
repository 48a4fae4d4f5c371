import { type Instant, laterOf } from '../model/instant.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import type { Candidate } from './candidate.ts'
import { nextSecond } from './ledger-time.ts'
import { dateOf } from './merge-entries.ts'

/** The moments of an article in its entry. */
export type EntryTimes = Pick<LedgerEntry, 'published' | 'dated' | 'updated'>

/** The moments from which a ledger computes others. */
export interface LedgerTime {
  /** The moment of the build. */
  readonly at: Instant
  /** Articles dated up to this moment are published. */
  readonly by: Instant
  /** The moment of a change in this build. */
  readonly changed: Instant
}

/**
 * When an article was first published, and when its words last changed, as of this build. A future publication follows the
 * article's date. A past one stays, because subscribers have seen it. Neither moves back with a clock.
 */
export function entryTimes(
  candidate: Candidate,
  before: LedgerEntry | undefined,
  time: LedgerTime,
): EntryTimes {
  const { date } = candidate
  const published = before !== undefined && before.published <= time.by ? before.published : date
  return {
    published,
    ...(date !== published && { dated: date }),
    updated: updatedOf(candidate, before, time),
  }
}

function updatedOf(
  { date, digest }: Candidate,
  before: LedgerEntry | undefined,
  { at, by, changed }: LedgerTime,
): Instant {
  if (before === undefined) return date
  if (before.published > by) return date === dateOf(before) ? before.updated : date
  // A future update is not published yet.
  const last = before.updated <= by ? nextSecond(before.updated) : changed
  const own = digest === before.digest ? before.updated : laterOf(changed, last)
  // An article with only a later date is reported as such, and may get its old date back.
  return date === dateOf(before) || date > at ? own : laterOf(own, date)
}
