import { represent } from '../../src/bundle/represent.ts'
import type { BytesAtHand } from '../../src/model/kept-bytes.ts'
import type { Rendered } from '../../src/model/rendition.ts'
import type { Resource } from '../../src/model/resource.ts'
import { compress } from '../compress.ts'
import { digest } from '../digest.ts'
import type { Foreman } from './foreman.ts'
import { sharePieces } from './share-pieces.ts'
import { listKey } from './work-keys.ts'

/** A list is as much work as several articles. */
const BATCH = 4

/** Has what is not an article itself represented, in any order. Media are nothing to work on. */
export async function representLists(
  foreman: Foreman,
  rendered: readonly Rendered[],
  deltas: boolean,
): Promise<readonly Resource<BytesAtHand>[]> {
  const lists = rendered.filter((each) => !isMedium(each))
  const items = lists.map((each) => ({ rendered: each, path: each.stem, key: listKey(each, deltas) }))
  const made = await foreman.work('lists rendered', items, {
    kind: 'represent',
    order: (some) => ({ kind: 'represent', rendered: some.map((each) => each.rendered), deltas }),
    batch: BATCH,
    isTied: false,
  })
  const media = rendered.filter(isMedium).map((each) => represent(each, { digest, compress, deltas }))
  return [...made.map(sharePieces), ...media]
}

function isMedium({ versions }: Rendered): boolean {
  return versions.some(
    ({ shows }) =>
      shows.kind === 'content' && shows.renditions.some(({ body }) => body instanceof Uint8Array),
  )
}
