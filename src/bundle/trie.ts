import { compareText } from '../model/compare-text.ts'
import type { Resource, Stem } from '../model/resource.ts'
import { hashStem } from './hash-stem.ts'

/**
 * The most bytes of the resources in one pack, except if all have the same place: 100 articles of a newspaper in all their
 * forms, with the two archives that repeat them.
 */
export const PACK_BYTES = 1.5 * 1024 * 1024

/** The first place of ordered resources. Hashes have 32 bits, so their places are all lower. */
const FIRST_IN_ORDER = 2 ** 32

/** The highest binary digit of a place. */
const HIGHEST_DIGIT = 2 ** 52

interface Placed<Piece> {
  readonly resource: Resource<Piece>
  readonly place: number
  readonly weight: number
}

/**
 * Divides resources into buckets of at most `limit` bytes; `weigh` gives the bytes of one. A resource in `order` is placed
 * by this order, any other resource by the hash of its stem. A bucket that is too heavy is halved at the next binary digit
 * of its places. So one resource more or less changes only its own bucket. Stems with the same hash are in the same bucket.
 * Returns the buckets in the order of their places. No bucket is empty, and each is sorted by stem.
 */
export function divideIntoBuckets<Piece>(
  resources: readonly Resource<Piece>[],
  order: ReadonlyMap<Stem, number>,
  weigh: (resource: Resource<Piece>) => number,
  limit = PACK_BYTES,
): readonly (readonly Resource<Piece>[])[] {
  const placeOf = createPlaces(order)
  const placed = resources
    .map((resource) => ({ resource, place: placeOf(resource.stem), weight: weigh(resource) }))
    .sort((a, b) => a.place - b.place)
  return split(placed, limit).map((bucket) => bucket.map(({ resource }) => resource).sort(byStem))
}

/**
 * Creates the function that gives the place of a stem. A release finds stems by their hash, so stems with the same hash
 * share a place: the lowest of theirs.
 */
function createPlaces(order: ReadonlyMap<Stem, number>): (stem: Stem) => number {
  const places = new Map<number, number>()
  for (const [stem, place] of order) {
    const hash = hashStem(stem)
    places.set(hash, Math.min(place, places.get(hash) ?? place))
  }
  return (stem) => {
    const hash = hashStem(stem)
    const place = places.get(hash)
    return place === undefined ? hash : FIRST_IN_ORDER + place
  }
}

function split<Piece>(
  placed: readonly Placed<Piece>[],
  limit: number,
): readonly (readonly Placed<Piece>[])[] {
  const weight = placed.reduce((sum, each) => sum + each.weight, 0)
  const [first, last] = [placed.at(0), placed.at(-1)]
  if (first === undefined || last === undefined) return []
  if (weight <= limit || first.place === last.place) return [placed]
  const half = startOfHalf(first.place, last.place)
  const index = placed.findIndex(({ place }) => place >= half)
  return [...split(placed.slice(0, index), limit), ...split(placed.slice(index), limit)]
}

/** Returns the start of the upper half of the smallest aligned range that contains both places. */
function startOfHalf(first: number, last: number): number {
  let size = HIGHEST_DIGIT
  while (Math.floor(first / size) === Math.floor(last / size)) size /= 2
  return Math.floor(last / size) * size
}

function byStem(a: Pick<Resource, 'stem'>, b: Pick<Resource, 'stem'>): number {
  return compareText(a.stem, b.stem)
}
