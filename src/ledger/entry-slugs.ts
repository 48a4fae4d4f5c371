import type { Slug } from '../model/article.ts'
import { compareText } from '../model/compare-text.ts'
import type { Instant } from '../model/instant.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import type { Candidate } from './candidate.ts'
import { dateOf } from './merge-entries.ts'

/** What an entry tells of an article's addresses. */
export type EntrySlugs = Pick<LedgerEntry, 'slug' | 'formerSlugs'>

/**
 * What an article is called in URLs: as the writer says, else as before, whatever its title is by now. A name under which
 * it has been shown stays one of its own.
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
 * Takes from each entry the former slugs that another article is shown under by now, or was, as the entries from `before`
 * tell it: when that one gives the name up, it is the one that links meant last. Until it is shown, they still lead to the
 * old one.
 */
export function yieldSlugs(
  entries: readonly LedgerEntry[],
  before: readonly LedgerEntry[],
  at: Instant,
): LedgerEntry[] {
  const owners = new Map([...before, ...entries].filter(hasBeenShown(at)).map(({ slug, id }) => [slug, id]))
  const known = new Set(before.map(({ id }) => id))
  return entries.map((entry) => {
    // What is new has such a name only from the article that it replaces.
    if (!known.has(entry.id)) return entry
    const formerSlugs = entry.formerSlugs.filter((slug) => (owners.get(slug) ?? entry.id) === entry.id)
    return formerSlugs.length === entry.formerSlugs.length ? entry : { ...entry, formerSlugs }
  })
}

/** Whether an article has come to its date under its present slug, as far as an entry tells. */
function hasBeenShown(at: Instant): (entry: LedgerEntry) => boolean {
  return (entry) => entry.withdrawn === undefined && entry.published <= at && dateOf(entry) <= at
}
