import type { Version } from '../model/resource.ts'

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
