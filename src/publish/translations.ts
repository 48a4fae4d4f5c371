import type { ArticleFacts } from '../model/article.ts'

/** Finds, for each article, the same one in other languages: those with its `translationKey`, one of each language. */
export function createTranslations(
  articles: readonly ArticleFacts[],
): (article: ArticleFacts) => readonly ArticleFacts[] {
  const groups = Map.groupBy(articles, ({ translationKey }) => translationKey)
  return (article) => {
    if (article.translationKey === undefined) return []
    const others = (groups.get(article.translationKey) ?? []).filter(
      ({ language }) => language !== article.language,
    )
    return [...new Map(others.toReversed().map((other) => [other.language, other])).values()]
  }
}
