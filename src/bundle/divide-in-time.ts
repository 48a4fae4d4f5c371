import { continuationStem } from '../model/addresses.ts'
import type { BytesOrRef } from '../model/blob.ts'
import type { Instant } from '../model/instant.ts'
import type { Resource, Stem, Version } from '../model/resource.ts'
import { poolPieces, weighFrame } from './resource-weight.ts'

/**
 * Divides a resource into parts that follow one another in time, so that a request for the current version need not
 * read all later versions. A part weighs at most `limit`, or twice its first version if that is more. So the parts
 * together weigh at most twice as much as the undivided resource.
 */
export function divideInTime<Piece extends BytesOrRef>(
  { stem, versions }: Resource<Piece>,
  limit: number,
): readonly Resource<Piece>[] {
  const parts = divideVersions(versions, limit)
  const moments = parts.flatMap(([first]) => first?.from ?? [])
  return parts.map((part, index) => ({
    stem: partStem(stem, moments, index),
    versions: part,
    later: moments.slice(index + 1),
  }))
}

function partStem(stem: Stem, moments: readonly Instant[], index: number): Stem {
  const from = moments[index]
  return index === 0 || from === undefined ? stem : continuationStem(stem, from)
}

function divideVersions<Piece extends BytesOrRef>(
  versions: readonly Version<Piece>[],
  limit: number,
): readonly (readonly Version<Piece>[])[] {
  if (versions.length === 1) return [versions]
  const parts: Version<Piece>[][] = []
  let pieces = new Set<Piece>()
  let weight = 0
  let most = 0
  for (const version of versions) {
    const fresh = [...poolPieces([version]).keys()].filter((piece) => !pieces.has(piece))
    const added = fresh.reduce((sum, { length }) => sum + length, weighFrame(version))
    const part = parts.at(-1)
    if (part === undefined || weight + added > most) {
      pieces = new Set(poolPieces([version]).keys())
      weight = [...pieces].reduce((sum, { length }) => sum + length, weighFrame(version))
      most = Math.max(limit, 2 * weight)
      parts.push([version])
    } else {
      part.push(version)
      weight += added
      for (const piece of fresh) pieces.add(piece)
    }
  }
  return parts
}
