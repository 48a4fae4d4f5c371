import type { ArticleFacts } from '../model/article.ts'

/** The facts of an article that its translations link with. */
export type TranslationFacts = Pick<
  ArticleFacts,
  'language' | 'slug' | 'title' | 'label' | 'published' | 'expires'
>

/** Makes a function that finds the translations of an article: articles with the same `translationKey`, one per language. */
export function createTranslations(
  articles: readonly ArticleFacts[],
): (article: ArticleFacts) => readonly TranslationFacts[] {
  const groups = new Map(
    [...Map.groupBy(articles, ({ translationKey }) => translationKey)].map(([key, group]) => [
      key,
      new Map(group.toReversed().map((article) => [article.language, article])),
    ]),
  )
  return (article) => {
    if (article.translationKey === undefined) return []
    return [...(groups.get(article.translationKey)?.values() ?? [])]
      .filter(({ language }) => language !== article.language)
      .map(({ language, slug, title, label, published, expires }) => ({
        ...{ language, slug, title, published },
        ...(label !== undefined && { label }),
        ...(expires !== undefined && { expires }),
      }))
  }
}
