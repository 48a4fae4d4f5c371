import type { ArticleFacts } from '../model/article.ts'

/** What an article is told of itself in another language. */
export type TranslationFacts = Pick<
  ArticleFacts,
  'language' | 'slug' | 'title' | 'label' | 'published' | 'expires'
>

/** Finds, for each article, the same one in other languages: those with its `translationKey`, one of each language. */
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
