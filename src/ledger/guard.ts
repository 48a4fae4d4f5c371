import { compareProblems, type Problem } from '../model/problem.ts'
import { guardAddresses } from './guards/addresses.ts'
import { guardBudget } from './guards/budget.ts'
import { guardCommitted } from './guards/committed.ts'
import { guardDates } from './guards/dates.ts'
import { guardEmpty } from './guards/empty.ts'
import { guardFeedIdentity } from './guards/feed-identity.ts'
import type { GuardContext } from './guards/guard-context.ts'
import { guardHost } from './guards/host.ts'
import { guardKeptIds } from './guards/ids.ts'
import { guardNewlyWithheld } from './guards/newly-withheld.ts'
import { guardTwins } from './guards/twins.ts'
import { guardUnread } from './guards/unread.ts'
import { guardWithdrawals } from './guards/withdrawals.ts'

/** What can only harm those who have been given something. */
const LATER = [
  ...[guardKeptIds, guardTwins, guardAddresses],
  ...[guardUnread, guardWithdrawals, guardNewlyWithheld, guardFeedIdentity],
] as const

/**
 * Tells what would harm those who have subscribed, before it is published: each a `stop` that the writer mends or
 * accepts. A host that was accepted before is a warning. In the order in which problems are told.
 */
export function guardLedger(context: GuardContext): Problem[] {
  const { before } = context
  const always = [guardHost, guardBudget, guardEmpty, guardDates, guardCommitted].flatMap((guard) =>
    guard(context),
  )
  const later = before === undefined ? [] : LATER.flatMap((guard) => guard({ ...context, before }))
  return [...always, ...later].sort(compareProblems)
}
