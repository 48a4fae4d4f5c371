import type { ArticleFacts } from '../model/article.ts'

/** What an article is told of itself in another language. */
export type TranslationFacts = Pick<ArticleFacts, 'language' | 'slug' | 'title' | 'published' | 'expires'>

/** Finds, for each article, the same one in other languages: those with its `translationKey`, one of each language. */
export function createTranslations(
  articles: readonly ArticleFacts[],
): (article: ArticleFacts) => readonly TranslationFacts[] {
  const groups = Map.groupBy(articles, ({ translationKey }) => translationKey)
  return (article) => {
    if (article.translationKey === undefined) return []
    const others = (groups.get(article.translationKey) ?? []).filter(
      ({ language }) => language !== article.language,
    )
    const oneOfEach = new Map(others.toReversed().map((other) => [other.language, other])).values()
    return [...oneOfEach].map(({ language, slug, title, published, expires }) => {
      return { language, slug, title, published, ...(expires !== undefined && { expires }) }
    })
  }
}
