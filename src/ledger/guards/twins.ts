import type { ArticleFacts } from '../../model/article.ts'
import type { LedgerEntry } from '../../model/ledger.ts'
import type { Problem } from '../../model/problem.ts'
import { dayOf } from '../day-of.ts'
import { dateOf } from '../merge-entries.ts'
import { type LaterContext, stopAt } from './guard-context.ts'

/**
 * A new article that has the date or the title of one that would be withdrawn with its coming: most likely the same one,
 * of which so much has changed at once that it is not found again.
 */
export function guardTwins(context: LaterContext): Problem[] {
  const { before, after, publication, inferredSlugs, drafts, at } = context
  const known = new Set(before.entries.map(({ id }) => id))
  const fresh = publication.articles.filter(({ id }) => !known.has(id))
  const paths = new Set([...publication.articles.map(({ path }) => path), ...drafts])
  const gone = new Set(after.entries.filter(({ withdrawn }) => withdrawn !== undefined).map(({ id }) => id))
  const open = new Set(
    before.entries.filter(
      // Whose file is still there has become another article by its id, or a draft.
      ({ id, path, published, withdrawn }) =>
        withdrawn === undefined && published <= at && gone.has(id) && !paths.has(path),
    ),
  )
  return fresh.flatMap((article): Problem[] => {
    const slug = inferredSlugs.get(article.path)
    const hasTitle = (entry: LedgerEntry) =>
      slug !== undefined && [entry.slug, ...entry.formerSlugs].includes(slug)
    const hasDate = (entry: LedgerEntry) => dateOf(entry) === article.published
    const twin = [...open].find(hasTitle) ?? [...open].find(hasDate)
    if (twin === undefined) return []
    open.delete(twin)
    return [stopAt(context, article.path, ['id', 'published'], tellTwin(article, twin, hasTitle(twin)))]
  })
}

function tellTwin({ path, published }: ArticleFacts, twin: LedgerEntry, hasTitle: boolean): string {
  const common = hasTitle ? 'the title' : `the date, ${dayOf(published)},`
  return `${path} is new, and has ${common} of ${twin.path}, which is gone: every subscriber would be given it again. Write id: ${twin.id} if it is the same article.`
}
