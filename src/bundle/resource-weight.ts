import type { BytesOrRef } from '../model/blob.ts'
import { onceEach } from '../model/once-each.ts'
import type { Representation, Resource, Version } from '../model/resource.ts'

/** The weight of a version and of each of its representations without their bodies: names, types and validators. */
const OVERHEAD_BYTES = 128

/** The bytes in a pack that name a piece of a body, or place an entry of a feed: numbers of LEB128. */
const PIECE_BYTES = 3
const ENTRY_BYTES = 5

/** About how many bytes a resource takes in a pack. */
export function weighResource({ versions }: Pick<Resource<BytesOrRef>, 'versions'>): number {
  const [first] = versions
  return versions.length === 1 && first ? weighAlone(first) : weighTogether(versions)
}

/** Most resources have one version, which several callers weigh. */
const weighAlone = onceEach((version: Version<BytesOrRef>) => weighTogether([version]))

function weighTogether(versions: readonly Version<BytesOrRef>[]): number {
  return [...poolPieces(versions).keys()].reduce(
    (sum, piece) => sum + piece.length,
    versions.reduce((sum, version) => sum + weighFrame(version), 0),
  )
}

/** The weight of a version without the pieces of its bodies. */
export function weighFrame({ shows }: Version<BytesOrRef>): number {
  if (shows.kind !== 'content') return OVERHEAD_BYTES
  return shows.representations.reduce((sum, each) => sum + weighDescription(each), OVERHEAD_BYTES)
}

/** In a feed of hundreds of entries the description weighs more than what is new in a version. */
function weighDescription({ pieces, entries = [] }: Representation<BytesOrRef>): number {
  return OVERHEAD_BYTES + PIECE_BYTES * pieces.length + ENTRY_BYTES * entries.length
}

/** The different pieces of some versions' bodies with their places, in the order in which they are first used. */
export function poolPieces<Piece>(versions: readonly Version<Piece>[]): ReadonlyMap<Piece, number> {
  const pool = new Map<Piece, number>()
  for (const { shows } of versions) {
    if (shows.kind !== 'content') continue
    for (const piece of shows.representations.flatMap(({ pieces }) => pieces)) {
      if (!pool.has(piece)) pool.set(piece, pool.size)
    }
  }
  return pool
}
