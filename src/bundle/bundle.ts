import { type BytesOrRef, type LoadBlob, noBlobs } from '../model/blob.ts'
import { compareText } from '../model/compare-text.ts'
import type { Pack, PackKey } from '../model/pack.ts'
import type { Release } from '../model/release.ts'
import type { Resource, Stem } from '../model/resource.ts'
import type { Digest } from '../model/runtime.ts'
import { divideInTime } from './divide-in-time.ts'
import { copyHotResources } from './hot-pack.ts'
import { encodePack } from './pack-codec.ts'
import { PackTable } from './pack-table.ts'
import { decodeRelease, encodeRelease, type StoredRelease } from './release-codec.ts'
import { weighResource } from './resource-weight.ts'
import { divideIntoBuckets, PACK_BYTES } from './trie.ts'
import { openPack } from './verify-pack.ts'

/** A release and its packs. The sink has received the packs as they were made. */
export interface Bundle {
  /** An encoded `Release`. */
  readonly release: Uint8Array
  /** The packs inside the Worker: all packs if together they are small enough, otherwise the hot pack. */
  readonly embedded: readonly Pack[]
  /** The size of each stored pack in bytes, by its key. */
  readonly sizes: ReadonlyMap<PackKey, number>
}

/** The settings of a bundle. */
export interface BundleSettings {
  /** The release's facts about the publication. */
  readonly about: Omit<Release, 'id' | 'hotPack' | 'packs'>
  /**
   * The places of the resources that are in an order, counted from 0. All other resources are placed by the hash of their
   * stem.
   */
  readonly order: ReadonlyMap<Stem, number>
  /** The stems for the hot pack, the most requested first. */
  readonly hotStems: readonly Stem[]
  /** The most bytes of packs inside the Worker. */
  readonly hotBytes: number
  readonly digest: Digest
  readonly sink: PackSink
  /** Loads blobs. Required if pieces are stored as blobs. */
  readonly loadBlob?: LoadBlob
  readonly memory?: PackMemory
}

/** Knows the packs of earlier builds. */
export interface PackMemory {
  /** Returns the pack of exactly these resources, if an earlier build made it. */
  readonly recall: (resources: readonly Resource<BytesOrRef>[]) => KnownPack | undefined
  readonly note: (resources: readonly Resource<BytesOrRef>[], pack: KnownPack) => void
}

/** A pack without its bytes. */
export interface KnownPack {
  readonly key: PackKey
  readonly size: number
}

/** Receives the packs as they are made, one at a time. */
export interface PackSink {
  readonly put: (pack: Pack) => void
  /** Whether it already has a pack. */
  readonly has: (pack: KnownPack) => boolean
}

/**
 * Packs resources into a bundle. The same resources give the same bytes. Each pack goes to the sink as soon as it is
 * made, so that only one is in memory. Throws if two resources share a stem.
 */
export function packBundle(resources: readonly Resource<BytesOrRef>[], settings: BundleSettings): Bundle {
  const { about, order, hotStems, hotBytes, digest, sink, loadBlob = noBlobs, memory } = settings
  const parts = resources.flatMap((resource) => divideInTime(resource, PACK_BYTES))
  const sizes = new Map<PackKey, number>()
  // If the packs are far too heavy for the Worker, they need not stay in memory.
  const isLarge = parts.reduce((sum, part) => sum + weighResource(part), 0) > 4 * hotBytes
  // The first packs, while all of them may still fit into the Worker.
  let riding: Pack[] | undefined = isLarge ? undefined : []
  let bytes = 0
  const packed = divideIntoBuckets(parts, order, weighResource).map((bucket) => {
    const stems = bucket.map(({ stem }) => stem)
    const known = isLarge ? memory?.recall(bucket) : undefined
    if (known !== undefined && sink.has(known)) {
      sizes.set(known.key, known.size)
      return { key: known.key, stems }
    }
    const pack = sealPack(bucket, digest, loadBlob)
    memory?.note(bucket, { key: pack.key, size: pack.bytes.length })
    sizes.set(pack.key, pack.bytes.length)
    bytes += pack.bytes.length
    riding = bytes <= hotBytes ? riding?.concat(pack) : undefined
    sink.put(pack)
    return { key: pack.key, stems }
  })
  // If the Worker holds all packs, a hot pack would only repeat their resources.
  const hotResources = riding ? [] : copyHotResources(parts, hotStems, hotBytes)
  const hotPack = sealPack(hotResources, digest, loadBlob)
  const release = sealRelease({ ...about, hotPack: hotPack.key, packs: PackTable.of(packed) }, digest)
  return { release, embedded: riding ? [hotPack, ...riding.sort(byKey)] : [hotPack], sizes }
}

/** Names a release after its contents, and encodes it. */
function sealRelease(contents: Omit<StoredRelease, 'id'>, digest: Digest): Uint8Array {
  const id = digest(encodeRelease({ ...contents, id: '' })).slice(0, 32)
  const bytes = encodeRelease({ ...contents, id })
  decodeRelease(bytes)
  return bytes
}

/** The largest value that Workers KV stores: 25 MiB. */
const MOST_PACK_BYTES = 26_214_400

/** Encodes a pack and reads it back at once, so that an unreadable pack never leaves the machine. */
function sealPack(resources: readonly Resource<BytesOrRef>[], digest: Digest, loadBlob: LoadBlob): Pack {
  const pack = encodePack(resources, digest, loadBlob)
  openPack(pack, digest)
  if (pack.bytes.length > MOST_PACK_BYTES) {
    throw new Error(
      `A pack of ${pack.bytes.length} bytes cannot be stored: a value has no more than ${MOST_PACK_BYTES}`,
    )
  }
  return pack
}

function byKey(a: Pack, b: Pack): number {
  return compareText(a.key, b.key)
}
