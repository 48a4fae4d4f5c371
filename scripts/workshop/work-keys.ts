import type { BytesAtHand } from '../../src/model/kept-bytes.ts'
import { onceEach } from '../../src/model/once-each.ts'
import type { Rendered, RenderedVersion } from '../../src/model/rendition.ts'
import type { Resource, Version } from '../../src/model/resource.ts'
import { digest } from '../digest.ts'

/** What a piece of work is remembered by: all that it is made from. */
export function workKey(...sources: readonly unknown[]): string {
  return digest(Buffer.from(JSON.stringify(sources)))
}

/** What a list is represented from. */
export function listKey({ stem, versions }: Rendered, deltas: boolean): string {
  return workKey(
    stem,
    versions.map(({ from, shows }) => [from, contentKey(shows)]),
    deltas,
  )
}

/** A feed that is as it was is the very same content. */
const contentKey = onceEach((shows: RenderedVersion['shows']) => workKey(shows))

/** What a pack is made from. */
export function packKey(resources: readonly Resource<BytesAtHand>[]): string {
  return workKey(resources.map(({ stem, versions, later }) => [stem, versions.map(versionKey), later]))
}

/** What a version says, asked for once by each build that has it: bytes that are at hand are told by what they hash to. */
const versionKey = onceEach(({ from, shows }: Version<BytesAtHand>) => {
  if (shows.kind !== 'content') return workKey(from, shows)
  const tell = (piece: BytesAtHand) => (piece instanceof Uint8Array ? digest(piece) : piece)
  const told = shows.representations.map((each) => ({ ...each, pieces: each.pieces.map(tell) }))
  return workKey(from, told)
})
