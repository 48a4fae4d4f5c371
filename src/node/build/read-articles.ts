import type { SeedContext } from '../../content/article/parse-seed.ts'
import type { ParsedArticle } from '../../content/article/parsed-article.ts'
import type { ReadSeed } from '../../content/article/read-seed.ts'
import type { OpenFolder } from '../../content/publication/open-folder.ts'
import { type SeedPlace, seedPlaceOf } from '../files/disk-seed.ts'
import { type BuildState, withoutKey } from './build-state.ts'
import { cacheKey } from './cache-keys.ts'
import { parseAgain } from './run-task.ts'
import type { ReadFacts } from './tasks.ts'

/** Reads each article of a folder, in the order of its seeds, as `readSeed` does. */
export async function readArticles(
  build: BuildState,
  { kinds, context }: OpenFolder,
): Promise<readonly ReadSeed[]> {
  const { timezone, drafts, handedDown } = context
  build.reading = { timezone, drafts, handedDown }
  const items = (kinds.get('article') ?? []).map((seed) => {
    const place = seedPlaceOf(seed)
    return { ...place, key: cacheKey(seed.path, place.digest, timezone, drafts, handedDown[seed.path]) }
  })
  const facts = await build.runner.work('articles read', items, {
    kind: 'read',
    open: { kind: 'open', reading: build.reading },
    task: (some) => ({ kind: 'read', seeds: some.map(withoutKey) }),
  })
  for (const item of items) build.read.set(item.path, item)
  return facts.flatMap((each, index) => {
    const place = items[index]
    return place === undefined ? [] : lazyArticle(each, place, context)
  })
}

/** A parsed article with only its facts in memory. The rest is read again when it is needed. */
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
