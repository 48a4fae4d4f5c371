import { represent } from '../../bundle/represent.ts'
import type { BytesOrRef } from '../../model/blob.ts'
import type { Rendered } from '../../model/rendition.ts'
import type { Resource } from '../../model/resource.ts'
import { compress } from '../files/compress.ts'
import { digest } from '../files/digest.ts'
import { listKey } from './cache-keys.ts'
import { sharePieces } from './share-pieces.ts'
import type { TaskRunner } from './task-runner.ts'

/** A list takes as long as several articles. */
const BATCH = 4

/**
 * Represents all resources that are not articles, in any order. Media need no threads, because their bytes are used as they
 * are.
 */
export async function representLists(
  runner: TaskRunner,
  rendered: readonly Rendered[],
  deltas: boolean,
): Promise<readonly Resource<BytesOrRef>[]> {
  const lists = rendered.filter((each) => !isMedium(each))
  const items = lists.map((each) => ({ rendered: each, path: each.stem, key: listKey(each, deltas) }))
  const made = await runner.work('lists rendered', items, {
    kind: 'represent',
    task: (some) => ({ kind: 'represent', rendered: some.map((each) => each.rendered), deltas }),
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
