import { type Instant, laterOf } from '../model/instant.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import type { Candidate } from './candidate.ts'
import { nextSecond } from './ledger-time.ts'
import { dateOf } from './merge-entries.ts'

/** The moments that an entry tells of an article. */
export type EntryTimes = Pick<LedgerEntry, 'published' | 'dated' | 'updated'>

/** What time it is for a ledger. */
export interface LedgerTime {
  /** The moment of the build. */
  readonly at: Instant
  /** What was to be published by then has been given out. */
  readonly by: Instant
  /** What a change is told to be of. */
  readonly changed: Instant
}

/**
 * When an article was first published and when its words last changed, as of a build. What is still to come
 * follows the article's date; what has come stays, since subscribers have been given it. Neither goes back with a clock.
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
  // Nobody has been told yet of an update that is still to come.
  const last = before.updated <= by ? nextSecond(before.updated) : changed
  const own = digest === before.digest ? before.updated : laterOf(changed, last)
  // What is only dated ahead is told of as such, and may be dated back again.
  return date === dateOf(before) || date > at ? own : laterOf(own, date)
}
