import type { Finished } from '../../src/content/finish-article.ts'
import { assetSeeds, type IdentifiedFolder } from '../../src/content/open-folder.ts'
import type { AssetMemory } from './asset-memory.ts'
import { type BuildState, withoutKey } from './build-state.ts'
import { workKey } from './work-keys.ts'

/** Has each article finished, in the order of `folder.named`, as `finishArticle` does; their texts stay where they were made. */
export async function finishArticles(
  build: BuildState,
  { named, site, library, kinds }: IdentifiedFolder,
  assets: AssetMemory,
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
    const item = { ...read, identity, key: workKey(read.key, identity, imprint) }
    build.finished.set(path, item)
    return item
  })
  const finished = await build.foreman.work('articles finished', items, {
    kind: 'finish',
    open: { kind: 'open', reading: build.reading, finishing: build.finishing },
    order: (some) => ({ kind: 'finish', orders: some.map(withoutKey) }),
    // What an article refers to may be there by now, or elsewhere.
    isStill: ({ asked }) => asked.every(({ path, from, answer }) => library.answer(path, from) === answer),
  })
  return finished.map(({ facts, problems, asked }, index): Finished<object> => {
    for (const { path, from } of asked) library.answer(path, from)
    const item = items[index]
    if (item && asked.length > 0) build.finished.set(item.path, { ...item, key: workKey(item.key, asked) })
    return { facts, content: {}, problems }
  })
}
