import type { SeedContext } from '../../content/article/parse-seed.ts'
import type { ParsedArticle } from '../../content/article/parsed-article.ts'
import type { ReadSeed } from '../../content/article/read-seed.ts'
import type { SeedPlace } from '../files/disk-seed.ts'
import { parseAgain } from './run-task.ts'
import type { ReadFacts } from './tasks.ts'

/** A manuscript of which only the facts are at hand: the rest is read again where somebody asks for it. */
export function lazyArticle(
  { parsedArticle, ...rest }: ReadFacts,
  place: SeedPlace,
  context: SeedContext,
): ReadSeed {
  if (parsedArticle === undefined) return rest
  let known: ParsedArticle | undefined
  const again = (): ParsedArticle => {
    known ??= parseAgain(place, context)
    return known
  }
  return {
    ...rest,
    parsedArticle: {
      ...parsedArticle,
      get source() {
        return again().source
      },
      get html() {
        return again().html
      },
      locate: (setting, inner) => again().locate(setting, inner),
    },
  }
}
