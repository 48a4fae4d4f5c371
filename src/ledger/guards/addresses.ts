import { articleUrl } from '../../model/address.ts'
import type { Slug } from '../../model/article.ts'
import type { Instant } from '../../model/instant.ts'
import type { Ledger, LedgerEntry } from '../../model/ledger.ts'
import type { Problem } from '../../model/problem.ts'
import { type LaterContext, stopAt } from './guard-context.ts'

/** An address that was given out and would lead to another article. */
export function guardAddresses(context: LaterContext): Problem[] {
  const { before, after, at } = context
  const owners = ownersOfSlugs(after)
  return [...ownersOfSlugs(before, at)].flatMap(([slug, entry]): Problem[] => {
    const owner = owners.get(slug)
    // The same article under another id is told of as such.
    if (owner === undefined || owner.id === entry.id || owner.path === entry.path) return []
    const address = articleUrl(before.feed, slug)
    const told = `The address ${address} was that of ${entry.path}: links to it would lead to this article.`
    const same = entry.withdrawn === undefined ? '' : `, or id: ${entry.id} if it is the same article`
    return [stopAt(context, owner.path, ['slug', 'permalink', 'title'], `${told} Write another slug${same}.`)]
  })
}

/**
 * Which article answers to each slug: a living one's own before those that others had. Given a moment, only those that
 * were shown until then: nobody knows the addresses of the rest.
 */
function ownersOfSlugs({ entries }: Ledger, shownUntil?: Instant): ReadonlyMap<Slug, LedgerEntry> {
  const shown = entries.filter(({ published }) => shownUntil === undefined || published <= shownUntil)
  const living = shown.filter(({ withdrawn }) => withdrawn === undefined)
  const withdrawn = shown.filter((entry) => entry.withdrawn !== undefined)
  const pairs = [
    ...withdrawn.flatMap((entry) => [...entry.formerSlugs, entry.slug].map((slug) => pair(slug, entry))),
    ...living.flatMap((entry) => entry.formerSlugs.map((slug) => pair(slug, entry))),
    ...living.map((entry) => pair(entry.slug, entry)),
  ]
  return new Map(pairs)
}

function pair(slug: Slug, entry: LedgerEntry): [Slug, LedgerEntry] {
  return [slug, entry]
}
