import type { Identification } from '../../ledger/identify.ts'
import type { Slug } from '../../model/article.ts'
import type { Instant } from '../../model/instant.ts'
import type { LedgerEntry } from '../../model/ledger.ts'
import type { Problem } from '../../model/problem.ts'
import type { ParsedArticle } from '../article/parsed-article.ts'
import { locateSource } from './find-clashes.ts'

/**
 * Finds new articles at an address that another article had. This is an error, because links to the other article
 * exist. An article that subscribers know already may take such an address.
 */
export function findTakenSlugs(
  known: readonly LedgerEntry[],
  { found, entries }: Identification,
  parsedArticles: ReadonlyMap<string, Pick<ParsedArticle, 'locate'>>,
  at: Instant,
): Problem[] {
  const ids = new Set(known.map(({ id }) => id))
  const now = new Map(entries.map((entry) => [entry.id, entry]))
  const owners = new Map(known.flatMap((entry) => slugsGivenUp(entry, now.get(entry.id), at)))
  return [...found.values()]
    .filter(({ id }) => !ids.has(id))
    .flatMap(({ path, slug }): Problem[] => {
      const owner = owners.get(slug)
      // A file whose id was changed keeps its address. Another check reports that.
      if (owner === undefined || (owner.path === path && owner.withdrawn === at)) return []
      const position = locateSource(parsedArticles.get(path), 'slug')
      return [{ severity: 'error', path, ...position, message: tellTaken(slug, owner) }]
    })
}

/** Returns the public slugs that an article has given up. */
function slugsGivenUp(
  entry: LedgerEntry,
  now: LedgerEntry | undefined,
  at: Instant,
): readonly (readonly [Slug, LedgerEntry])[] {
  const living = now?.withdrawn === undefined ? now : undefined
  const shown = entry.published <= at ? [entry.slug] : []
  return [...entry.formerSlugs, ...shown]
    .filter((slug) => slug !== living?.slug)
    .map((slug) => [slug, living ?? { ...entry, withdrawn: entry.withdrawn ?? at }])
}

function tellTaken(slug: Slug, { id, path, withdrawn }: LedgerEntry): string {
  if (withdrawn === undefined)
    return `The slug "${slug}" was that of ${path} before: links to it lead there. Write another slug.`
  return `The slug "${slug}" was that of ${path}, which is withdrawn: links to it would lead to this article. Write another slug, or id: ${id} if it is the same article.`
}
