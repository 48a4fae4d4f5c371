import type { Problem } from '../../model/problem.ts'
import { WISHES_VERSION } from '../candidate.ts'
import { isEntryShown } from '../is-entry-shown.ts'
import { ACCEPT, type LaterContext } from './guard-context.ts'

/**
 * Guards against a new rule of reading that would withdraw a published article, or take it out of the feeds. The writer may
 * have meant that from the start, and must decide.
 */
export function guardNewlyWithheld(context: LaterContext): Problem[] {
  const { before, after, newlyWithheld, at } = context
  // The ledger was written under these rules, so the writer knew them.
  if ((before.rules ?? 1) >= WISHES_VERSION) return []
  const shown = new Map(
    before.entries.filter((entry) => isEntryShown(entry, at)).map((entry) => [entry.path, entry]),
  )
  const inFeeds = new Map(after.entries.map((entry) => [entry.id, entry.inFeeds]))
  return newlyWithheld.flatMap(({ path, key, keeps, position }): Problem[] => {
    const entry = shown.get(path)
    if (entry === undefined) return []
    if (keeps === 'entry' && (!entry.inFeeds || inFeeds.get(entry.id) !== false)) return []
    const what = keeps === 'page' ? 'withdrawn' : 'taken out of the feeds'
    const told = `This article is published, and ${key} keeps it back from now on: it would be ${what}.`
    const mend =
      'Write draft: false and feed: true to keep it published: the key may stay, for the tool that reads it.'
    return [{ severity: 'stop', path, ...position, message: `${told} ${mend} ${ACCEPT}` }]
  })
}
