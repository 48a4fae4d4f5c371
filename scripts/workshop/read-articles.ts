import type { OpenFolder } from '../../src/content/open-folder.ts'
import type { ReadManuscript } from '../../src/content/read-manuscript.ts'
import { type BuildState, withoutKey } from './build-state.ts'
import { seedPlaceOf } from './seed-place.ts'
import { thawManuscript } from './thaw-manuscript.ts'
import { workKey } from './work-keys.ts'

/** Has each article of a folder read, in the order of its seeds, as `readManuscript` does. */
export async function readArticles(
  build: BuildState,
  { kinds, context }: OpenFolder,
): Promise<readonly ReadManuscript[]> {
  const { timezone, drafts, handedDown } = context
  build.reading = { timezone, drafts, handedDown }
  const items = (kinds.get('article') ?? []).map((seed) => {
    const place = seedPlaceOf(seed)
    return { ...place, key: workKey(seed.path, place.digest, timezone, drafts, handedDown[seed.path]) }
  })
  const facts = await build.foreman.work('articles read', items, {
    kind: 'read',
    open: { kind: 'open', reading: build.reading },
    order: (some) => ({ kind: 'read', seeds: some.map(withoutKey) }),
  })
  for (const item of items) build.read.set(item.path, item)
  return facts.flatMap((each, index) => {
    const place = items[index]
    return place === undefined ? [] : thawManuscript(each, place, context)
  })
}
