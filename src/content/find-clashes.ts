import type { Article } from '../model/article.ts'
import type { Problem } from '../model/problem.ts'
import type { Manuscript } from './manuscript.ts'

/** The settings that each of these is made from, the nearest first. */
const SOURCES = { slug: ['slug', 'permalink', 'title'], id: ['id'] } as const

/** Two articles with one slug or one id: an error at each of them that names the other. */
export function findClashes(
  articles: readonly Pick<Article, 'path' | 'slug' | 'id'>[],
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
              ...locateSource(manuscripts.get(path), setting),
              message: `The ${setting} "${value}" is also that of ${place}. Write another ${setting} in the front matter of one.`,
            }
          }),
    ),
  )
}

/** Where that is written which a slug or an id is made from. */
export function locateSource(
  manuscript: Pick<Manuscript, 'locate'> | undefined,
  setting: keyof typeof SOURCES,
): ReturnType<Manuscript['locate']> {
  return SOURCES[setting].map((source) => manuscript?.locate(source)).find((at) => at !== undefined)
}
