import type { ArticleId, Slug } from '../model/article.ts'
import { compareText } from '../model/compare-text.ts'
import type { Instant } from '../model/instant.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import type { Withdrawal } from '../model/publication.ts'
import { dateOf } from './merge-entries.ts'

/**
 * The slugs that lead to each article at the moment `at`, besides the current slugs of existing articles. An existing
 * article has its former slugs, a withdrawn one has all its slugs. No slug belongs to two articles, and an existing article
 * has priority over a withdrawn one. Until an article is published, its slug leads to the former owner.
 */
export function answeringSlugs(
  entries: readonly LedgerEntry[],
  at: Instant,
): ReadonlyMap<ArticleId, readonly Slug[]> {
  const inOrder = entries.toSorted((a, b) => compareText(a.id, b.id))
  const living = inOrder.filter(({ withdrawn }) => withdrawn === undefined)
  const gone = inOrder.filter(({ withdrawn }) => withdrawn !== undefined)
  const taken = new Set(living.filter((entry) => !isComing(entry, at)).map(({ slug }) => slug))
  const claims = [
    ...living.map(({ id, formerSlugs }) => ({ id, slugs: formerSlugs })),
    ...gone.map(({ id, slug, formerSlugs }) => ({ id, slugs: [slug, ...formerSlugs] })),
  ]
  return new Map(
    claims.map(({ id, slugs }) => {
      const own = slugs.filter((slug) => !taken.has(slug))
      for (const slug of own) taken.add(slug)
      return [id, own]
    }),
  )
}

/** Whether readers do not see an article yet, but will see it later. */
function isComing(entry: LedgerEntry, at: Instant): boolean {
  const date = dateOf(entry)
  return date > at && (entry.expires === undefined || entry.expires > date)
}

/** The articles that no longer exist, in the order of their ids, with their slugs. */
export function listWithdrawals(entries: readonly LedgerEntry[], at: Instant): Withdrawal[] {
  const slugs = answeringSlugs(entries, at)
  return entries
    .flatMap(({ id, withdrawn }) =>
      withdrawn === undefined ? [] : { id, slugs: slugs.get(id) ?? [], withdrawn },
    )
    .sort((a, b) => compareText(a.id, b.id))
}
