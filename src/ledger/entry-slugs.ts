import type { Slug } from '../model/article.ts'
import { compareText } from '../model/compare-text.ts'
import type { Instant } from '../model/instant.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import type { Candidate } from './candidate.ts'
import { dateOf } from './merge-entries.ts'

/** The addresses of an article in its entry. */
export type EntrySlugs = Pick<LedgerEntry, 'slug' | 'formerSlugs'>

/**
 * The slug of an article: the written one, or else the earlier one, even if the title has changed. A slug under which the
 * article was shown stays one of its slugs.
 */
export function entrySlugs(candidate: Candidate, before: LedgerEntry | undefined, at: Instant): EntrySlugs {
  if (before === undefined) return { slug: candidate.slug, formerSlugs: [] }
  const slug = candidate.slugIsWritten ? candidate.slug : before.slug
  const shown = before.published <= at ? [before.slug] : []
  const former = new Set<Slug>([...before.formerSlugs, ...shown])
  former.delete(slug)
  return { slug, formerSlugs: [...former].sort(compareText) }
}

/**
 * Removes from each entry the former slugs under which another article is shown, or was shown by the entries in `before`:
 * when that article gives up a slug, its links meant that article. Until it is shown, the slugs still lead to the old
 * article.
 */
export function yieldSlugs(
  entries: readonly LedgerEntry[],
  before: readonly LedgerEntry[],
  at: Instant,
): LedgerEntry[] {
  const owners = new Map([...before, ...entries].filter(hasBeenShown(at)).map(({ slug, id }) => [slug, id]))
  const known = new Set(before.map(({ id }) => id))
  return entries.map((entry) => {
    // A new article has such a slug only from the article that it replaces.
    if (!known.has(entry.id)) return entry
    const formerSlugs = entry.formerSlugs.filter((slug) => (owners.get(slug) ?? entry.id) === entry.id)
    return formerSlugs.length === entry.formerSlugs.length ? entry : { ...entry, formerSlugs }
  })
}

/** Makes a test for entries: whether the article was published under its present slug. */
function hasBeenShown(at: Instant): (entry: LedgerEntry) => boolean {
  return (entry) => entry.withdrawn === undefined && entry.published <= at && dateOf(entry) <= at
}
