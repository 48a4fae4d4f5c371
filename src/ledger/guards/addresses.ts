import { articleUrl } from '../../model/addresses.ts'
import type { Slug } from '../../model/article.ts'
import type { Instant } from '../../model/instant.ts'
import type { LedgerEntry } from '../../model/ledger.ts'
import type { Problem } from '../../model/problem.ts'
import { answeringSlugs } from '../answering-slugs.ts'
import { yieldSlugs } from '../entry-slugs.ts'
import { type LaterContext, stopAt } from './guard-context.ts'

/** An address that was given out and would lead to another article. */
export function guardAddresses(context: LaterContext): Problem[] {
  const { before, after, at } = context
  const owners = ownersOfSlugs(after.entries, at)
  const known = ownersOfSlugs(before.entries, at)
  // Nobody knows the addresses of what was not shown until then.
  const shown = before.entries.filter(({ published }) => published <= at)
  return [...ownersOfSlugs(yieldSlugs(shown, shown, at), at)].flatMap(([slug, entry]): Problem[] => {
    const owner = owners.get(slug)
    // The same article under another id is told of as such.
    if (owner === undefined || owner.id === entry.id || owner.path === entry.path) return []
    // Who is still to come under it was accepted when that was written.
    if (known.get(slug)?.id === owner.id) return []
    const address = articleUrl(before.feed, slug)
    const told = `The address ${address} was that of ${entry.path}: links to it would lead to this article.`
    const same = entry.withdrawn === undefined ? '' : `, or id: ${entry.id} if it is the same article`
    return [stopAt(context, owner.path, ['slug', 'permalink', 'title'], `${told} Write another slug${same}.`)]
  })
}

/** Which article answers to each slug by now or, where it is still to come, will: a living one's own before all others. */
function ownersOfSlugs(entries: readonly LedgerEntry[], at: Instant): ReadonlyMap<Slug, LedgerEntry> {
  const others = answeringSlugs(entries, at)
  const pairs = entries.flatMap((entry) =>
    (others.get(entry.id) ?? []).map((slug): [Slug, LedgerEntry] => [slug, entry]),
  )
  const living = entries.filter(({ withdrawn }) => withdrawn === undefined)
  return new Map([...pairs, ...living.map((entry): [Slug, LedgerEntry] => [entry.slug, entry])])
}
