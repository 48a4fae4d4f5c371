import type { ArticleFacts } from '../../model/article.ts'
import type { Problem } from '../../model/problem.ts'
import type { ParsedArticle } from '../article/parsed-article.ts'

/**
 * Finds articles that claim to be translations of one text but have the same language. Each gets a warning that names
 * another one. An article of unknown language has the site's language.
 */
export function findTranslationClashes(
  articles: readonly (Pick<ArticleFacts, 'path' | 'translationKey'> & { readonly language?: string })[],
  siteLanguage: string | undefined,
  parsedArticles: readonly Pick<ParsedArticle, 'path' | 'locate'>[],
): readonly Problem[] {
  const keyed = articles.filter(({ translationKey }) => translationKey !== undefined)
  const groups = Map.groupBy(keyed, ({ translationKey, language }) =>
    JSON.stringify([translationKey, language ?? siteLanguage ?? null]),
  )
  const byPath = new Map(parsedArticles.map((parsedArticle) => [parsedArticle.path, parsedArticle]))
  return [...groups.values()].flatMap((group) =>
    group.length < 2
      ? []
      : group.map(({ path, translationKey }, index): Problem => {
          const other = group[index === 0 ? 1 : 0]?.path ?? ''
          const message = `${other} has the translationKey "${translationKey}" and the same language. Write another key, or the language, in the front matter of one.`
          return { severity: 'warning', path, ...byPath.get(path)?.locate('translationKey'), message }
        }),
  )
}
