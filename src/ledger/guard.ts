import { compareProblems, type Problem } from '../model/problem.ts'
import { guardAddresses } from './guards/addresses.ts'
import { guardBudget } from './guards/budget.ts'
import { guardClock } from './guards/clock.ts'
import { guardCommitted } from './guards/committed.ts'
import { guardDates } from './guards/dates.ts'
import { guardEmpty } from './guards/empty.ts'
import { guardFeedIdentity } from './guards/feed-identity.ts'
import type { GuardContext } from './guards/guard-context.ts'
import { guardHost } from './guards/host.ts'
import { guardKeptIds } from './guards/ids.ts'
import { guardNewlyWithheld } from './guards/newly-withheld.ts'
import { guardUnmatchedRenames } from './guards/unmatched-renames.ts'
import { guardUnread } from './guards/unread.ts'
import { guardWithdrawals } from './guards/withdrawals.ts'
import { timeBy } from './ledger-time.ts'

/** The guards that compare with an earlier publication. */
const LATER = [
  ...[guardKeptIds, guardUnmatchedRenames, guardAddresses],
  ...[guardUnread, guardWithdrawals, guardNewlyWithheld, guardFeedIdentity],
] as const

/**
 * Finds changes that would harm subscribers, before they are published. Each is a `stop` that the writer mends or accepts.
 * A host that was accepted before is a warning, and so is a clock that is behind. The problems are in the order of
 * printing.
 */
export function guardLedger(context: GuardContext): Problem[] {
  const { before, at } = context
  const always = [guardHost, guardBudget, guardEmpty, guardDates].flatMap((guard) => guard(context))
  const clock = before === undefined ? [] : guardClock({ ...context, before })
  // Published articles stay published even if a clock is set back.
  const given = { ...context, at: timeBy(before, at) }
  const later = before === undefined ? [] : LATER.flatMap((guard) => guard({ ...given, before }))
  return [...always, ...clock, ...guardCommitted(given), ...later].sort(compareProblems)
}
