import type { LedgerEntry } from '../../model/ledger.ts'
import type { Problem } from '../../model/problem.ts'
import { LEDGER_PATH } from '../ledger-codec.ts'
import { type LaterContext, stopAt } from './guard-context.ts'

/** The most withdrawals in one build that are surely intended. */
const MOST_WITHDRAWN = 10

/** Enough names to see what they have in common. */
const MOST_NAMES = 3

/**
 * Guards against the withdrawal of all articles, or of so many at once that it is probably a mistake: a folder was moved,
 * or only half of it copied. A draft is withdrawn by intention, and does not count.
 */
export function guardWithdrawals(context: LaterContext): Problem[] {
  const { before, after, publication, drafts, at } = context
  const there = new Set([...publication.articles.map(({ path }) => path), ...drafts])
  const living = new Set(after.entries.filter(isLiving).map(({ id }) => id))
  const shown = before.entries.filter((entry) => isLiving(entry) && entry.published <= at)
  const gone = shown.filter(({ id, path }) => !living.has(id) && !there.has(path))
  const isMost = gone.length > MOST_WITHDRAWN && gone.length * 2 > shown.length
  if (gone.length === 0 || (living.size > 0 && !isMost)) return []
  const rest = gone.length - MOST_NAMES
  const names = [...gone.slice(0, MOST_NAMES).map(({ path }) => path), ...(rest > 0 ? [`${rest} more`] : [])]
  const which = gone.length === shown.length ? `All ${gone.length}` : `${gone.length} of the ${shown.length}`
  const told = `${which} articles would be withdrawn, and readers told to take them away: ${names.join(', ')}.`
  return [stopAt(context, LEDGER_PATH, [], `${told} Put them back, or name the folder that they are in.`)]
}

function isLiving({ withdrawn }: LedgerEntry): boolean {
  return withdrawn === undefined
}
