import type { ArticleFacts } from '../../model/article.ts'
import { dayOf } from '../../model/instant.ts'
import type { Problem } from '../../model/problem.ts'
import { isEntryShown } from '../is-entry-shown.ts'
import { timeBy } from '../ledger-time.ts'
import { type GuardContext, stopAt } from './guard-context.ts'

/** Milliseconds. Few articles are scheduled a year ahead by intention, but a year is often mistyped. */
const YEAR = 366 * 86_400_000

/**
 * Guards against a date that is probably mistyped, in a new article or as a new date, and against a date that withdraws an
 * article.
 */
export function guardDates(context: GuardContext): Problem[] {
  const { before, publication, at } = context
  const entries = before?.entries ?? []
  const by = timeBy(before, at)
  const dates = new Map(entries.map(({ id, published, dated }) => [id, dated ?? published]))
  const shown = new Set(entries.filter((entry) => isEntryShown(entry, by)).map(({ id }) => id))
  const [earliest] = entries
    .map(({ published }) => published)
    .filter((published) => published <= by)
    .sort((a, b) => a - b)
  return publication.articles
    .filter(({ id, published }) => dates.get(id) !== published)
    .flatMap((article) => {
      if (article.published > at && shown.has(article.id)) {
        return [stopDate(context, article, 'is still to come: until then the article would be gone for all')]
      }
      if (article.published > at + YEAR)
        return [
          stopDate(context, article, 'is more than a year ahead: until then readers do not see the article'),
        ]
      if (earliest !== undefined && article.published < earliest - YEAR) {
        const told = `is more than a year before all that was published so far, from ${dayOf(earliest)} on`
        return [stopDate(context, article, told)]
      }
      return []
    })
}

function stopDate(context: GuardContext, { path, published }: ArticleFacts, told: string): Problem {
  return stopAt(context, path, ['published'], `The date ${dayOf(published)} ${told}. Correct it.`)
}
