import { concatenate, fromHex, toHex } from '../model/bytes.ts'
import type { PackKey } from '../model/pack.ts'
import { packKey } from '../model/pack.ts'
import type { PackFinder } from '../model/release.ts'
import type { Stem } from '../model/resource.ts'
import { hashStem } from './hash-stem.ts'

/** Sizes in bytes: the key of a pack, the hash of a stem, and the index of a key in the list of keys. */
const KEY_BYTES = 32
const HASH_BYTES = 4
const PLACE_BYTES = 2

/** A pack and the stems in it. */
export interface PackedStems {
  readonly key: PackKey
  readonly stems: readonly Stem[]
}

/**
 * The table from stems to packs, as bytes. A search reads these bytes directly, so an isolate that starts parses nothing and
 * needs no further memory. Numbers are little-endian and need no alignment.
 */
export class PackTable implements PackFinder {
  /** The keys of all packs. */
  readonly keys: Uint8Array
  /** The hashes of all stems in ascending order, without duplicates. Stems with the same hash are in the same pack. */
  readonly hashes: Uint8Array
  /** For each hash, the index of its pack's key in `keys`. */
  readonly places: Uint8Array
  readonly #hashes: DataView
  readonly #places: DataView
  readonly #count: number

  /** Throws a RangeError if the lengths of the three parts do not agree. */
  constructor(keys: Uint8Array, hashes: Uint8Array, places: Uint8Array) {
    this.keys = keys
    this.hashes = hashes
    this.places = places
    this.#hashes = viewOf(hashes)
    this.#places = viewOf(places)
    this.#count = hashes.length / HASH_BYTES
    if (keys.length % KEY_BYTES !== 0 || places.length !== PLACE_BYTES * this.#count) {
      throw new RangeError('The table of packs contradicts itself')
    }
  }

  /**
   * Makes the table of these packs. Throws an Error if there are too many packs, or if two stems with the same hash are in
   * different packs.
   */
  static of(packs: readonly PackedStems[]): PackTable {
    if (packs.length > 2 ** (8 * PLACE_BYTES))
      throw new Error(`Too many packs for a release: ${packs.length}`)
    const placeByHash = new Map<number, number>()
    for (const [place, { stems }] of packs.entries()) {
      for (const stem of stems) {
        const hash = hashStem(stem)
        if ((placeByHash.get(hash) ?? place) !== place)
          throw new Error(`Another pack has the hash of ${stem}`)
        placeByHash.set(hash, place)
      }
    }
    const rows = [...placeByHash].sort(([a], [b]) => a - b)
    const hashes = new DataView(new ArrayBuffer(HASH_BYTES * rows.length))
    const places = new DataView(new ArrayBuffer(PLACE_BYTES * rows.length))
    for (const [row, [hash, place]] of rows.entries()) {
      hashes.setUint32(HASH_BYTES * row, hash, true)
      places.setUint16(PLACE_BYTES * row, place, true)
    }
    const keys = concatenate(packs.map(({ key }) => fromHex(key)))
    return new PackTable(keys, new Uint8Array(hashes.buffer), new Uint8Array(places.buffer))
  }

  list(): readonly PackKey[] {
    return Array.from({ length: this.keys.length / KEY_BYTES }, (_, place) => this.#key(place))
  }

  /** Throws a RangeError if the table refers to a key that it does not have. */
  find(stem: Stem): PackKey | undefined {
    const hash = hashStem(stem)
    let low = 0
    let high = this.#count
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#hashes.getUint32(HASH_BYTES * middle, true) < hash) low = middle + 1
      else high = middle
    }
    if (low === this.#count || this.#hashes.getUint32(HASH_BYTES * low, true) !== hash) return undefined
    return this.#key(this.#places.getUint16(PLACE_BYTES * low, true))
  }

  #key(place: number): PackKey {
    return packKey(toHex(this.keys.subarray(KEY_BYTES * place, KEY_BYTES * (place + 1))))
  }
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength)
}
