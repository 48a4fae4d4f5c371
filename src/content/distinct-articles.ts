import { compareText } from '../model/compare-text.ts'
import { instant } from '../model/instant.ts'
import type { Problem } from '../model/problem.ts'
import type { FinishedArticle } from './finish-article.ts'
import type { Manuscript } from './manuscript.ts'

/** The settings that each of these is made from, the nearest first. */
const SOURCES = { slug: ['slug', 'permalink', 'title'], id: ['id'] } as const

/** Two articles with one slug or one id: an error at each of them that names the other. */
export function findClashes(
  articles: readonly FinishedArticle[],
  manuscripts: ReadonlyMap<string, Pick<Manuscript, 'locate'>>,
): Problem[] {
  return (['slug', 'id'] as const).flatMap((setting) =>
    [...Map.groupBy(articles, (article) => String(article[setting])).entries()].flatMap(([value, clash]) =>
      clash.length < 2
        ? []
        : clash.map(({ path }, index): Problem => {
            const other = clash[index === 0 ? 1 : 0]?.path ?? ''
            const line = manuscripts.get(other)?.locate(setting)?.line
            const place = line === undefined ? other : `${other}:${line}`
            return {
              severity: 'error',
              path,
              ...SOURCES[setting]
                .map((source) => manuscripts.get(path)?.locate(source))
                .find((at) => at !== undefined),
              message: `The ${setting} "${value}" is also that of ${place}. Write another ${setting} in the front matter of one.`,
            }
          }),
    ),
  )
}

/** The last millisecond that an instant can be. */
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59, 999)

/**
 * Makes every `updated` differ, since validators and some readers take two entries of one moment for a mistake: of one
 * instant, each article in the order of the paths is a millisecond after the one before, up to the end of time.
 */
export function spreadUpdates(articles: readonly FinishedArticle[]): FinishedArticle[] {
  const inOrder = articles.toSorted((a, b) => a.updated - b.updated || compareText(a.path, b.path))
  let last = Number.NEGATIVE_INFINITY
  return inOrder.map((article) => {
    last = Math.min(Math.max(article.updated, last + 1), LAST)
    return last === article.updated ? article : { ...article, updated: instant(last) }
  })
}
