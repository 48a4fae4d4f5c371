import type { LedgerEntry } from '../../model/ledger.ts'
import type { Problem } from '../../model/problem.ts'
import { type LaterContext, stopAt } from './guard-context.ts'

/** Guards against another id for an article that readers know. */
export function guardKeptIds(context: LaterContext): Problem[] {
  const { before, after, at } = context
  const living = new Set(after.entries.filter(isLiving).map(({ id }) => id))
  const known = new Set(before.entries.filter(isLiving).map(({ id }) => id))
  const newcomers = new Map(
    after.entries
      .filter((entry) => isLiving(entry) && !known.has(entry.id))
      .map((entry) => [entry.path, entry]),
  )
  return before.entries
    .filter((entry) => entry.published <= at && isLiving(entry) && !living.has(entry.id))
    .flatMap((entry): Problem[] => {
      const other = newcomers.get(entry.path)
      if (other === undefined) return []
      const told = `The id of this article was ${entry.id} and is ${other.id}: every subscriber would be given it again.`
      return [stopAt(context, entry.path, ['id'], `${told} Write id: ${entry.id}.`)]
    })
}

function isLiving({ withdrawn }: LedgerEntry): boolean {
  return withdrawn === undefined
}
