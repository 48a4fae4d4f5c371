import type { ReadSeed } from '../../content/article/read-seed.ts'
import type { OpenFolder } from '../../content/publication/open-folder.ts'
import { seedPlaceOf } from '../files/disk-seed.ts'
import { type BuildState, withoutKey } from './build-state.ts'
import { cacheKey } from './cache-keys.ts'
import { lazyArticle } from './lazy-article.ts'

/** Has each article of a folder read, in the order of its seeds, as `readManuscript` does. */
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
