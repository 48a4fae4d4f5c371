import type { Problem } from '../model/problem.ts'
import { LEDGER_PATH } from './ledger-codec.ts'
import type { MergedLedgers } from './merge-ledgers.ts'

/** Enough names to see what they have in common. */
const MOST_NAMES = 3

/**
 * Makes the warnings about a merge that a person should check. Each names the articles and the rule that decided. Returns an
 * empty list if there is nothing to check.
 */
export function tellMerging({ contradicted, divided, foreign }: MergedLedgers): readonly Problem[] {
  const told = [
    ...tell(contradicted, (names) => {
      const lines = `The line here and the one of the live version are of one moment and differ: ${names}.`
      return `${lines} The one here holds, because a person may have written it. If no person has, look at it.`
    }),
    ...tell(divided, (names) => {
      const lines = `Two deployments did not know each other, and gave another address each to ${names}.`
      return `${lines} The later change holds, and both addresses lead to it. Write slug: if you want the other.`
    }),
    ...tell(foreign === undefined ? [] : [foreign], (names) => {
      const lines = `This ledger is that of another site, ${names}, so its lines are ignored, and those of the live version hold.`
      return `${lines} npm run ledger -- pull replaces it.`
    }),
  ]
  return told.map((message) => ({ severity: 'warning', path: LEDGER_PATH, message }))
}

/**
 * Says in one line how many lines of the ledger file are outdated. `total` is the number of lines of the merged ledger.
 * Returns an empty list if none is outdated, or if the file was ignored.
 */
export function renderOutdated({ outdated, foreign }: MergedLedgers, total: number): readonly string[] {
  if (outdated.length === 0 || foreign !== undefined) return []
  const lines = outdated.length === total ? 'its lines' : `${outdated.length} of its ${total} lines`
  return [`Merged with the ledger of the live version: ${lines} are newer than here`]
}

function tell(names: readonly string[], message: (names: string) => string): readonly string[] {
  if (names.length === 0) return []
  const rest = names.length - MOST_NAMES
  return [message([...names.slice(0, MOST_NAMES), ...(rest > 0 ? [`${rest} more`] : [])].join(', '))]
}
