import type { BytesOrRef } from '../../model/blob.ts'
import { onceEach } from '../../model/once-each.ts'
import type { Rendered, RenderedVersion } from '../../model/rendition.ts'
import type { Resource, Version } from '../../model/resource.ts'
import { digest } from '../files/digest.ts'

/** The key of a result in the cache, made from all its sources. */
export function cacheKey(...sources: readonly unknown[]): string {
  return digest(Buffer.from(JSON.stringify(sources)))
}

/** The key of a list's representation. */
export function listKey({ stem, versions }: Rendered, deltas: boolean): string {
  return cacheKey(
    stem,
    versions.map(({ from, shows }) => [from, contentKey(shows)]),
    deltas,
  )
}

/** An unchanged feed is the same object, so its key is computed once. */
const contentKey = onceEach((shows: RenderedVersion['shows']) => cacheKey(shows))

/** The key of a pack. */
export function packKey(resources: readonly Resource<BytesOrRef>[]): string {
  return cacheKey(resources.map(({ stem, versions, later }) => [stem, versions.map(versionKey), later]))
}

/** The key of a version, computed once in each build. Bytes in memory count with their digest. */
const versionKey = onceEach(({ from, shows }: Version<BytesOrRef>) => {
  if (shows.kind !== 'content') return cacheKey(from, shows)
  const tell = (piece: BytesOrRef) => (piece instanceof Uint8Array ? digest(piece) : piece)
  const told = shows.representations.map((each) => ({ ...each, pieces: each.pieces.map(tell) }))
  return cacheKey(from, told)
})
