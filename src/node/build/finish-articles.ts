import type { Finished } from '../../content/article/finish-article.ts'
import { assetSeeds, type IdentifiedFolder } from '../../content/publication/open-folder.ts'
import type { AssetCache } from './asset-cache.ts'
import { type BuildState, withoutKey } from './build-state.ts'
import { cacheKey } from './cache-keys.ts'

/**
 * Finishes each article, in the order of `folder.named`, as `finishArticle` does. The texts stay in the thread that made
 * them.
 */
export async function finishArticles(
  build: BuildState,
  { named, site, referenceIndex, kinds }: IdentifiedFolder,
  assets: AssetCache,
): Promise<readonly Finished<object>[]> {
  const { url, authors, timezone } = site.settings
  const imprint = { url, authors, timezone }
  build.finishing = {
    imprint,
    addresses: named.map(({ path, identity }) => ({ path, slug: identity.slug })),
    assets: assets.places(assetSeeds(kinds)),
  }
  const items = named.map(({ path, identity }) => {
    const read = build.read.get(path)
    if (read === undefined) throw new Error(`Not read: ${path}`)
    const item = { ...read, identity, key: cacheKey(read.key, identity, imprint) }
    build.finished.set(path, item)
    return item
  })
  const finished = await build.runner.work('articles finished', items, {
    kind: 'finish',
    open: { kind: 'open', reading: build.reading, finishing: build.finishing },
    task: (some) => ({ kind: 'finish', tasks: some.map(withoutKey) }),
    // The target of a reference may have appeared or moved since.
    isFresh: ({ dependencies }) =>
      dependencies.every(({ path, from, answer }) => referenceIndex.answer(path, from) === answer),
  })
  return finished.map(({ facts, problems, own, dependencies }, index): Finished<object> => {
    for (const { path, from } of dependencies) referenceIndex.answer(path, from)
    const item = items[index]
    if (item && dependencies.length > 0)
      build.finished.set(item.path, { ...item, key: cacheKey(item.key, dependencies) })
    return { facts, content: {}, problems, own }
  })
}
