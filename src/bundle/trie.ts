import { compareText } from '../model/compare-text.ts'
import type { Resource } from '../model/resource.ts'
import { hashStem } from './find-pack.ts'

/** The most bytes that the resources of one pack weigh together, unless a single stem weighs more. */
export const PACK_BYTES = 1024 * 1024

/** A leaf of the trie: all resources whose stem's hash begins with `prefix`, in the order of their stems. */
export interface Bucket<Piece = Uint8Array> {
  readonly prefix: string
  readonly resources: readonly Resource<Piece>[]
}

interface Placed<Piece> {
  readonly resource: Resource<Piece>
  readonly hash: string
  readonly weight: number
}

/**
 * Divides resources into buckets of at most `limit` bytes by `weigh`: a bucket that is too heavy is split in two by the
 * next digit of its stems' hashes. So one more or one fewer resource changes only its own bucket. Returns the buckets
 * in the order of their prefixes; there is at least one, and each resource is in exactly one.
 */
export function divideIntoBuckets<Piece>(
  resources: readonly Resource<Piece>[],
  weigh: (resource: Resource<Piece>) => number,
  limit = PACK_BYTES,
): readonly Bucket<Piece>[] {
  const placed = resources.map((resource) => ({
    resource,
    hash: hashStem(resource.stem),
    weight: weigh(resource),
  }))
  return split('', placed, limit)
}

function split<Piece>(
  prefix: string,
  placed: readonly Placed<Piece>[],
  limit: number,
): readonly Bucket<Piece>[] {
  const weight = placed.reduce((sum, each) => sum + each.weight, 0)
  const divisible = placed.some(({ hash }) => hash !== placed[0]?.hash)
  if (weight <= limit || !divisible) {
    return [{ prefix, resources: placed.map(({ resource }) => resource).sort(byStem) }]
  }
  return ['0', '1'].flatMap((digit) =>
    split(
      prefix + digit,
      placed.filter(({ hash }) => hash[prefix.length] === digit),
      limit,
    ),
  )
}

function byStem(a: Pick<Resource, 'stem'>, b: Pick<Resource, 'stem'>): number {
  return compareText(a.stem, b.stem)
}
