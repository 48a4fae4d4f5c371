import type { Resource, Version } from '../model/resource.ts'
import { poolPieces } from './piece-pool.ts'

/** What a version and each of its representations weigh beside their bodies: their names, types and validators. */
const OVERHEAD_BYTES = 128

/** About how many bytes a resource takes in a pack. */
export function weighResource({ versions }: Pick<Resource, 'versions'>): number {
  return [...poolPieces(versions).keys()].reduce(
    (sum, piece) => sum + piece.length,
    versions.reduce((sum, version) => sum + weighFrame(version), 0),
  )
}

/** What a version weighs beside the pieces of its bodies. */
export function weighFrame({ shows }: Version): number {
  if (shows.kind !== 'content') return OVERHEAD_BYTES
  return OVERHEAD_BYTES * (1 + shows.representations.length)
}
