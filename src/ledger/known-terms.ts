import { termStem } from '../model/addresses.ts'
import type { ArticleFacts } from '../model/article.ts'
import { compareText } from '../model/compare-text.ts'
import type { Instant } from '../model/instant.ts'
import { compareTerms, type Term, termsOf } from '../model/term.ts'

/**
 * All terms that readers have seen up to the moment `at`: those in `known` with their names, and those of the articles
 * shown by now, with the name in the first of them. Their addresses stay for ever, even without articles.
 */
export function knownTerms(
  known: readonly Term[],
  articles: readonly ArticleFacts[],
  at: Instant,
): readonly Term[] {
  const byStem = new Map(known.map((term) => [termStem(term), term]))
  const shown = articles
    .filter(({ published }) => published <= at)
    .sort((a, b) => a.firstPublished - b.firstPublished || compareText(a.id, b.id))
  for (const term of shown.flatMap(termsOf)) {
    const stem = termStem(term)
    if (!byStem.has(stem)) byStem.set(stem, term)
  }
  return [...byStem.values()].sort(compareTerms)
}
