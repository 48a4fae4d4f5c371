import { articleUrl } from '../../model/addresses.ts'
import type { Slug } from '../../model/article.ts'
import type { Instant } from '../../model/instant.ts'
import type { LedgerEntry } from '../../model/ledger.ts'
import type { Problem } from '../../model/problem.ts'
import { answeringSlugs } from '../answering-slugs.ts'
import { yieldSlugs } from '../entry-slugs.ts'
import { type LaterContext, stopAt } from './guard-context.ts'

/** Guards against a published address that would lead to another article. */
export function guardAddresses(context: LaterContext): Problem[] {
  const { before, after, at } = context
  const owners = ownersOfSlugs(after.entries, at)
  const known = ownersOfSlugs(before.entries, at)
  // The addresses of articles that were never shown are not public.
  const shown = before.entries.filter(({ published }) => published <= at)
  return [...ownersOfSlugs(yieldSlugs(shown, shown, at), at)].flatMap(([slug, entry]): Problem[] => {
    const owner = owners.get(slug)
    // Another guard reports the same article under another id.
    if (owner === undefined || owner.id === entry.id || owner.path === entry.path) return []
    // A future article under this address was accepted when its entry was written.
    if (known.get(slug)?.id === owner.id) return []
    const address = articleUrl(before.feed, slug)
    const told = `The address ${address} was that of ${entry.path}: links to it would lead to this article.`
    const same = entry.withdrawn === undefined ? '' : `, or id: ${entry.id} if it is the same article`
    return [stopAt(context, owner.path, ['slug', 'permalink', 'title'], `${told} Write another slug${same}.`)]
  })
}

/** The article of each slug, now or after its publication. An existing article's own slug has priority over all others. */
function ownersOfSlugs(entries: readonly LedgerEntry[], at: Instant): ReadonlyMap<Slug, LedgerEntry> {
  const others = answeringSlugs(entries, at)
  const pairs = entries.flatMap((entry) =>
    (others.get(entry.id) ?? []).map((slug): [Slug, LedgerEntry] => [slug, entry]),
  )
  const living = entries.filter(({ withdrawn }) => withdrawn === undefined)
  return new Map([...pairs, ...living.map((entry): [Slug, LedgerEntry] => [entry.slug, entry])])
}
