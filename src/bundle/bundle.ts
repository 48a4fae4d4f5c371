import { compareText } from '../model/compare-text.ts'
import type { Digest } from '../model/digest.ts'
import type { Pack, PackKey } from '../model/pack.ts'
import type { Release } from '../model/release.ts'
import type { Resource, Stem } from '../model/resource.ts'
import { divideInTime } from './divide-in-time.ts'
import { copyHotResources } from './hot-pack.ts'
import { decodePack, encodePack } from './pack-codec.ts'
import { decodeRelease, encodeRelease } from './release-codec.ts'
import { weighResource } from './resource-weight.ts'
import { divideIntoBuckets, PACK_BYTES } from './trie.ts'

/** A release with everything that it names. */
export interface Bundle {
  /** An encoded `Release`. */
  readonly release: Uint8Array
  /** What rides inside the Worker: all packs of the trie where they are small enough together, else the hot pack. */
  readonly embedded: readonly Pack[]
  /** All packs of the trie, each once, in the order of their keys. */
  readonly packs: readonly Pack[]
}

/** What a bundle is made with. */
export interface BundleSettings {
  /** What the release says of the publication. */
  readonly about: Omit<Release, 'id' | 'hotPack' | 'leaves'>
  /** What the hot pack is to hold, the most wanted first. */
  readonly hotStems: readonly Stem[]
  /** The most bytes that ride inside the Worker. */
  readonly hotBytes: number
  readonly digest: Digest
}

/** Packs resources into one bundle. The same resources give the same bytes. Throws where two of them share a stem. */
export function packBundle(resources: readonly Resource[], settings: BundleSettings): Bundle {
  const { about, hotStems, hotBytes, digest } = settings
  const parts = resources.flatMap((resource) => divideInTime(resource, PACK_BYTES))
  const placed = divideIntoBuckets(parts, weighResource).map((bucket) => ({
    prefix: bucket.prefix,
    pack: sealPack(bucket.resources, digest),
  }))
  const packs = new Map<PackKey, Pack>(placed.map(({ pack }) => [pack.key, pack]))
  const all = [...packs.values()].sort((a, b) => compareText(a.key, b.key))
  const allFit = all.reduce((sum, { bytes }) => sum + bytes.length, 0) <= hotBytes
  // Where all packs ride along, copies of what is in them would only be more of the same.
  const hotPack = sealPack(allFit ? [] : copyHotResources(parts, hotStems, hotBytes), digest)
  const leaves = placed.map(({ prefix, pack }) => ({ prefix, pack: pack.key }))
  const release = sealRelease({ ...about, hotPack: hotPack.key, leaves }, digest)
  return { release, embedded: allFit ? [hotPack, ...all] : [hotPack], packs: all }
}

/** Names a release after its contents, and encodes it. */
function sealRelease(contents: Omit<Release, 'id'>, digest: Digest): Uint8Array {
  const id = digest(encodeRelease({ ...contents, id: '' })).slice(0, 32)
  const bytes = encodeRelease({ ...contents, id })
  decodeRelease(bytes)
  return bytes
}

/** What Workers KV takes as one value: 25 MiB. */
const MOST_PACK_BYTES = 26_214_400

/** What is written is read back at once: a pack that cannot be read must not leave the machine. */
function sealPack(resources: readonly Resource[], digest: Digest): Pack {
  const bytes = encodePack(resources)
  if (decodePack(bytes).size !== resources.length) throw new Error('Two resources of one pack share a stem')
  if (bytes.length > MOST_PACK_BYTES) {
    throw new Error(
      `A pack of ${bytes.length} bytes cannot be stored: a value has no more than ${MOST_PACK_BYTES}`,
    )
  }
  return { key: digest(bytes) as PackKey, bytes }
}
