import { stemAt } from '../model/addresses.ts'
import { type BytesOrRef, type LoadBlob, noBlobs } from '../model/blob.ts'
import { concatenate, fromHex } from '../model/bytes.ts'
import type { Pack } from '../model/pack.ts'
import { packKey } from '../model/pack.ts'
import type { Resource, Stem } from '../model/resource.ts'
import type { Digest } from '../model/runtime.ts'
import { ByteReader } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import { encodeResource } from './resource-codec.ts'

/** Increases with every change of the format of packs or resources. An edge refuses an unknown format. */
const FORMAT = 'strillone-pack-3'

/** The number of bytes of a SHA-256. */
const HASH_BYTES = 32

/** A resource as stored in a pack. */
export interface StoredResource {
  /** The index's own string. A cache with this key keeps the index in memory, not the URL of a request. */
  readonly stem: Stem
  /** A view of the pack. */
  readonly bytes: Uint8Array
  /** The SHA-256 of the stored bytes, from the index. */
  readonly sha256: Uint8Array
}

/** The decoded index of a pack. */
export interface PackIndex {
  /** The bytes whose SHA-256 is the pack's key: the index and everything before it. */
  readonly head: Uint8Array
  /** The stems in the order in which they are stored. */
  readonly listStems: () => readonly Stem[]
  readonly find: (stem: Stem) => StoredResource | undefined
}

/** The place of a resource in a pack, and its hash in the index. */
interface StoredPlace {
  readonly stem: Stem
  readonly number: number
  readonly start: number
  readonly end: number
}

/**
 * Encodes a pack of resources. The same resources in the same order give the same bytes. Throws if two of them share a
 * stem.
 */
export function encodePack(
  resources: readonly Resource<BytesOrRef>[],
  digest: Digest,
  loadBlob: LoadBlob = noBlobs,
): Pack {
  if (new Set(resources.map(({ stem }) => stem)).size !== resources.length) {
    throw new Error('Two resources of one pack share a stem')
  }
  const stored = resources.map((resource) => ({
    stem: resource.stem,
    bytes: encodeResource(resource, loadBlob),
  }))
  const index = new ByteWriter()
  index.writeList(stored, ({ stem, bytes }) => {
    index.writeNumber(stem.length)
    index.writeNumber(bytes.length)
  })
  index.writeText(stored.map(({ stem }) => stem).join(''))
  index.writeBytes(concatenate(stored.map(({ bytes }) => fromHex(digest(bytes)))))
  const writer = new ByteWriter()
  writer.writeText(FORMAT)
  writer.writeBytes(index.finish())
  const head = writer.finish()
  return { key: packKey(digest(head)), bytes: concatenate([head, ...stored.map(({ bytes }) => bytes)]) }
}

/**
 * Decodes the index of a pack. Throws a RangeError if the bytes are not a pack of this format, or their number differs
 * from the index. It reads no resource: the caller compares each one with its hash in the index.
 */
export function decodeIndex(bytes: Uint8Array): PackIndex {
  const reader = new ByteReader(bytes)
  const format = reader.readText()
  if (format !== FORMAT) throw new RangeError(`Not a pack of the format ${FORMAT}: ${format.slice(0, 40)}`)
  const index = new ByteReader(reader.readBytes())
  const sizes = index.readList(() => ({ characters: index.readNumber(), bytes: index.readNumber() }))
  const joined = index.readText()
  const hashes = index.readBytes()
  index.finish()
  // Places, not views: a request reads few of a pack's resources.
  const places = new Map<Stem, StoredPlace>()
  let character = 0
  let at = reader.at
  for (const [number, size] of sizes.entries()) {
    const stem = stemAt(joined.slice(character, character + size.characters))
    places.set(stem, { stem, number, start: at, end: at + size.bytes })
    character += size.characters
    at += size.bytes
  }
  if (at !== bytes.length) throw new RangeError('A pack is not as long as its index says')
  if (
    character !== joined.length ||
    hashes.length !== sizes.length * HASH_BYTES ||
    places.size !== sizes.length
  ) {
    throw new RangeError('The index of a pack contradicts itself')
  }
  return {
    head: bytes.subarray(0, reader.at),
    listStems: () => [...places.keys()],
    find: (stem) => {
      const place = places.get(stem)
      if (place === undefined) return undefined
      const hash = place.number * HASH_BYTES
      return {
        stem: place.stem,
        bytes: bytes.subarray(place.start, place.end),
        sha256: hashes.subarray(hash, hash + HASH_BYTES),
      }
    },
  }
}
