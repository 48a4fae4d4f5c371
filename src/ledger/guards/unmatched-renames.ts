import type { ArticleFacts } from '../../model/article.ts'
import { dayOf } from '../../model/instant.ts'
import type { LedgerEntry } from '../../model/ledger.ts'
import type { Problem } from '../../model/problem.ts'
import { dateOf } from '../merge-entries.ts'
import { type LaterContext, stopAt } from './guard-context.ts'

/**
 * Guards against a new article with the date or title of an article that would be withdrawn in the same build. It is most
 * likely the same article, with too many changes to be found again.
 */
export function guardUnmatchedRenames(context: LaterContext): Problem[] {
  const { before, after, publication, inferredSlugs, drafts, at } = context
  const known = new Set(before.entries.map(({ id }) => id))
  const fresh = publication.articles.filter(({ id }) => !known.has(id))
  const paths = new Set([...publication.articles.map(({ path }) => path), ...drafts])
  const gone = new Set(after.entries.filter(({ withdrawn }) => withdrawn !== undefined).map(({ id }) => id))
  const open = new Set(
    before.entries.filter(
      // If the file still exists, it has become another article by its id, or a draft.
      ({ id, path, published, withdrawn }) =>
        withdrawn === undefined && published <= at && gone.has(id) && !paths.has(path),
    ),
  )
  // Reversed, so that the end of each list is the first entry of the ledger, and can be popped.
  const bySlug = new Map<string, LedgerEntry[]>()
  for (const entry of [...open].toReversed()) {
    for (const slug of [entry.slug, ...entry.formerSlugs]) {
      const entries = bySlug.get(slug) ?? []
      entries.push(entry)
      bySlug.set(slug, entries)
    }
  }
  const byDate = Map.groupBy([...open].toReversed(), dateOf)
  const firstOpen = (entries: LedgerEntry[] = []): LedgerEntry | undefined => {
    for (let last = entries.at(-1); last; last = entries.at(-1)) {
      if (open.has(last)) return last
      entries.pop()
    }
    return undefined
  }
  return fresh.flatMap((article): Problem[] => {
    const slug = inferredSlugs.get(article.path)
    const named = slug === undefined ? undefined : firstOpen(bySlug.get(slug))
    const twin = named ?? firstOpen(byDate.get(article.published))
    if (twin === undefined) return []
    open.delete(twin)
    return [stopAt(context, article.path, ['id', 'published'], tellTwin(article, twin, named !== undefined))]
  })
}

function tellTwin({ path, published }: ArticleFacts, twin: LedgerEntry, hasTitle: boolean): string {
  const common = hasTitle ? 'the title' : `the date, ${dayOf(published)},`
  return `${path} is new, and has ${common} of ${twin.path}, which is gone: every subscriber would be given it again. Write id: ${twin.id} if it is the same article.`
}
