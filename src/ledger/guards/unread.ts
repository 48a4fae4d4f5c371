import type { Problem } from '../../model/problem.ts'
import { LEDGER_PATH } from '../ledger-codec.ts'
import { feedItems, unreadItems } from '../unread-items.ts'
import { type LaterContext, stopAt } from './guard-context.ts'

/** The most new items that are surely intended: those of a busy day. */
const MOST_UNREAD = 10

/** Enough names to see what happened to all of them. */
const MOST_NAMES = 3

/** Guards against so many unread items at once that it is probably a mistake. */
export function guardUnread(context: LaterContext): Problem[] {
  const { before, publication, at } = context
  // Before the first publication there are no subscribers.
  if (!before.entries.some(({ published }) => published <= at)) return []
  const items = feedItems(publication, at).length
  const unread = unreadItems(publication, before, at)
  if (unread.length <= MOST_UNREAD || unread.length * 2 <= items) return []
  const names = unread.slice(0, MOST_NAMES).map(({ path }) => path)
  const told =
    `${unread.length} of the ${items} items of the feed would be unread for every subscriber: ` +
    `${names.join(', ')} and ${unread.length - names.length} more.`
  const mend = 'If they were published before, bring back the ledger that knows them.'
  return [stopAt(context, LEDGER_PATH, [], `${told} ${mend}`)]
}
