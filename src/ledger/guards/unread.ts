import type { Problem } from '../../model/problem.ts'
import { LEDGER_PATH } from '../ledger-codec.ts'
import { feedItems, unreadItems } from '../unread-items.ts'
import { type LaterContext, stopAt } from './guard-context.ts'

/** The articles of a busy day: up to this number they are no accident. */
const MOST_UNREAD = 10

/** Enough names to see what has happened to all of them. */
const MOST_NAMES = 3

/** More unread items at once than an editor is likely to mean. */
export function guardUnread(context: LaterContext): Problem[] {
  const { before, publication, at } = context
  // Without a publication there are no subscribers.
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
