import type { BytesOrRef } from '../../model/blob.ts'
import { onceEach } from '../../model/once-each.ts'
import type { Rendered, RenderedVersion } from '../../model/rendition.ts'
import type { Resource, Version } from '../../model/resource.ts'
import { digest } from '../files/digest.ts'

/** What a piece of work is remembered by: all that it is made from. */
export function cacheKey(...sources: readonly unknown[]): string {
  return digest(Buffer.from(JSON.stringify(sources)))
}

/** What a list is represented from. */
export function listKey({ stem, versions }: Rendered, deltas: boolean): string {
  return cacheKey(
    stem,
    versions.map(({ from, shows }) => [from, contentKey(shows)]),
    deltas,
  )
}

/** A feed that is as it was is the very same content. */
const contentKey = onceEach((shows: RenderedVersion['shows']) => cacheKey(shows))

/** What a pack is made from. */
export function packKey(resources: readonly Resource<BytesOrRef>[]): string {
  return cacheKey(resources.map(({ stem, versions, later }) => [stem, versions.map(versionKey), later]))
}

/** What a version says, asked for once by each build that has it: bytes that are at hand are told by what they hash to. */
const versionKey = onceEach(({ from, shows }: Version<BytesOrRef>) => {
  if (shows.kind !== 'content') return cacheKey(from, shows)
  const tell = (piece: BytesOrRef) => (piece instanceof Uint8Array ? digest(piece) : piece)
  const told = shows.representations.map((each) => ({ ...each, pieces: each.pieces.map(tell) }))
  return cacheKey(from, told)
})
