import type { BytesOrRef } from '../../model/blob.ts'
import { onceEach } from '../../model/once-each.ts'
import type { Resource } from '../../model/resource.ts'

/** Lets the versions of a resource share pieces that are stored in the same place. JSON does not preserve such sharing. */
export const sharePieces = onceEach((resource: Resource<BytesOrRef>): Resource<BytesOrRef> => {
  if (resource.versions.length < 2) return resource
  const pieces = new Map<string, BytesOrRef>()
  const share = (piece: BytesOrRef): BytesOrRef => {
    const place = piece instanceof Uint8Array ? '' : `${piece.file} ${piece.at} ${piece.length}`
    const known = pieces.get(place) ?? piece
    pieces.set(place, known)
    return known
  }
  return {
    ...resource,
    versions: resource.versions.map(({ from, shows }) => {
      if (shows.kind !== 'content') return { from, shows }
      const representations = shows.representations.map((each) => ({
        ...each,
        pieces: each.pieces.map(share),
      }))
      return { from, shows: { ...shows, representations } }
    }),
  }
})
