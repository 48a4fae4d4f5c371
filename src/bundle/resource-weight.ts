import type { BytesOrRef } from '../model/blob.ts'
import { onceEach } from '../model/once-each.ts'
import type { Representation, Resource, Version } from '../model/resource.ts'

/** The weight of a version, and of each of its representations, without bodies: names, types and validators. */
const OVERHEAD_BYTES = 128

/** The bytes in a pack that name a piece of a body or place an entry of a feed: LEB128 numbers. */
const PIECE_BYTES = 3
const ENTRY_BYTES = 5

/** Estimates the bytes that a resource takes in a pack. */
export function weighResource({ versions }: Pick<Resource<BytesOrRef>, 'versions'>): number {
  const [first] = versions
  return versions.length === 1 && first ? weighAlone(first) : weighTogether(versions)
}

/** Cached, because most resources have one version, which several callers weigh. */
const weighAlone = onceEach((version: Version<BytesOrRef>) => weighTogether([version]))

function weighTogether(versions: readonly Version<BytesOrRef>[]): number {
  return [...poolPieces(versions).keys()].reduce(
    (sum, piece) => sum + piece.length,
    versions.reduce((sum, version) => sum + weighFrame(version), 0),
  )
}

/** Weighs a version without the pieces of its bodies. */
export function weighFrame({ shows }: Version<BytesOrRef>): number {
  if (shows.kind !== 'content') return OVERHEAD_BYTES
  return shows.representations.reduce((sum, each) => sum + weighDescription(each), OVERHEAD_BYTES)
}

/** Weighs the description of a body. In a feed of hundreds of entries it weighs more than the new part of a version. */
function weighDescription({ pieces, entries = [] }: Representation<BytesOrRef>): number {
  return OVERHEAD_BYTES + PIECE_BYTES * pieces.length + ENTRY_BYTES * entries.length
}

/** Returns the distinct pieces of the bodies of some versions, with their indexes, in the order of their first use. */
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
