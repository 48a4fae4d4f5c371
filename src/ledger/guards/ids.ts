import type { LedgerEntry } from '../../model/ledger.ts'
import type { Problem } from '../../model/problem.ts'
import { LEDGER_PATH } from '../ledger-codec.ts'
import { type GuardContext, type LaterContext, stopAt } from './guard-context.ts'

/** Two articles with one id: readers would show one of them, and nobody can tell which. */
export function guardDistinctIds(context: GuardContext): Problem[] {
  const groups = Map.groupBy(context.publication.articles, ({ id }) => id)
  return [...groups.values()].flatMap(([first, ...others]) =>
    others.map(({ id, path }) =>
      stopAt(
        context,
        path,
        ['id'],
        `The id ${id} is also that of ${first?.path}. Write another id in the front matter of one.`,
      ),
    ),
  )
}

/** An article that readers know and that would come to them as another one, or is forgotten. */
export function guardKeptIds(context: LaterContext): Problem[] {
  const { before, after, at } = context
  const kept = new Map(after.entries.map((entry) => [entry.id, entry]))
  const known = new Set(before.entries.filter(isLiving).map(({ id }) => id))
  const newcomers = new Map(
    after.entries
      .filter((entry) => isLiving(entry) && !known.has(entry.id))
      .map((entry) => [entry.path, entry]),
  )
  return before.entries
    .filter(({ published }) => published <= at)
    .flatMap((entry): Problem[] => {
      const now = kept.get(entry.id)
      const other = newcomers.get(entry.path)
      if (isLiving(entry) && other !== undefined && (now === undefined || !isLiving(now))) {
        const told = `The id of this article was ${entry.id} and is ${other.id}: every subscriber would be given it again.`
        return [stopAt(context, entry.path, ['id'], `${told} Write id: ${entry.id}.`)]
      }
      if (now !== undefined) return []
      const told = `The article ${entry.id}, published from ${entry.path}, is forgotten.`
      return [stopAt(context, LEDGER_PATH, [entry.id], `${told} Put its line back.`)]
    })
}

function isLiving({ withdrawn }: LedgerEntry): boolean {
  return withdrawn === undefined
}
