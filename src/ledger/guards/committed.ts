import { articleUrl } from '../../model/addresses.ts'
import type { LedgerEntry } from '../../model/ledger.ts'
import type { Problem } from '../../model/problem.ts'
import { LEDGER_PATH } from '../ledger-codec.ts'
import { type GuardContext, stopAt } from './guard-context.ts'

/** Enough names to see what they have in common. */
const MOST_NAMES = 3

const MEND =
  `Bring it back: git checkout HEAD -- ${LEDGER_PATH} in this folder, or, to keep what is new as well, add the lines of ` +
  `git show HEAD:./${LEDGER_PATH} to it.`

/**
 * Guards against the loss of articles, and of addresses of articles, that the committed ledger has published and the
 * folder's ledger lacks.
 */
export function guardCommitted(context: GuardContext): Problem[] {
  const { committed, after, at } = context
  const given = (committed?.entries ?? []).filter(({ published }) => published <= at)
  const now = new Map(after.entries.map((entry) => [entry.id, entry]))
  const slugs = new Set(after.entries.flatMap(slugsOf))
  const forgotten = given.filter(({ id }) => !now.has(id)).map(({ id, path }) => `${id} of ${path}`)
  const lost = given
    // An entry that changed before its publication was not published.
    .filter(({ id, published }) => published <= (now.get(id)?.changed ?? Number.NEGATIVE_INFINITY))
    .flatMap(slugsOf)
    .filter((slug) => !slugs.has(slug))
    .map((slug) => articleUrl(after.feed, slug))
  return [
    ...tell(
      context,
      forgotten,
      'A published article is',
      'published articles are',
      'no longer in the ledger',
    ),
    ...tell(
      context,
      lost,
      'A published address is',
      'published addresses are',
      'no longer in the ledger, and would lead nowhere',
    ),
  ]
}

function tell(
  context: GuardContext,
  names: readonly string[],
  one: string,
  many: string,
  what: string,
): Problem[] {
  if (names.length === 0) return []
  const rest = names.length - MOST_NAMES
  const listed = [...names.slice(0, MOST_NAMES), ...(rest > 0 ? [`${rest} more`] : [])].join(', ')
  const told = names.length === 1 ? one : `${names.length} ${many}`
  return [stopAt(context, LEDGER_PATH, [], `${told} ${what}: ${listed}. ${MEND}`)]
}

function slugsOf({ slug, formerSlugs }: LedgerEntry) {
  return [slug, ...formerSlugs]
}
