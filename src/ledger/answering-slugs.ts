import type { ArticleId, Slug } from '../model/article.ts'
import { compareText } from '../model/compare-text.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import type { Withdrawal } from '../model/publication.ts'

/**
 * What each article answers to beside the slugs of those that are there: for one that is there, its former slugs, for one
 * that is withdrawn, all its slugs. No slug is among those of two, and whoever is there has it before one that is not.
 */
export function answeringSlugs(
  entries: readonly Pick<LedgerEntry, 'id' | 'slug' | 'formerSlugs' | 'withdrawn'>[],
): ReadonlyMap<ArticleId, readonly Slug[]> {
  const inOrder = entries.toSorted((a, b) => compareText(a.id, b.id))
  const living = inOrder.filter(({ withdrawn }) => withdrawn === undefined)
  const gone = inOrder.filter(({ withdrawn }) => withdrawn !== undefined)
  const taken = new Set(living.map(({ slug }) => slug))
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

/** The articles that are no longer there, in the order of their ids. */
export function listWithdrawals(entries: readonly LedgerEntry[]): Withdrawal[] {
  const slugs = answeringSlugs(entries)
  return entries
    .flatMap(({ id, withdrawn }) =>
      withdrawn === undefined ? [] : { id, slugs: slugs.get(id) ?? [], withdrawn },
    )
    .sort((a, b) => compareText(a.id, b.id))
}
