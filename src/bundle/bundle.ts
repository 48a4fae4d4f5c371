import { compareText } from '../model/compare-text.ts'
import type { Digest } from '../model/digest.ts'
import type { Instant } from '../model/instant.ts'
import type { Pack, PackKey } from '../model/pack.ts'
import type { Leaf, Release, Table } from '../model/release.ts'
import type { Resource, Stem } from '../model/resource.ts'
import { chooseHotResources, findHotUntil } from './hot-pack.ts'
import { decodePack, encodePack } from './pack-codec.ts'
import { decodeRelease, encodeRelease } from './release-codec.ts'
import { weighResource } from './resource-weight.ts'
import { type Bucket, divideIntoBuckets } from './trie.ts'

/** All resources of a publication from a moment on. No two of them share a stem. */
export interface Snapshot {
  readonly from: Instant
  readonly resources: readonly Resource[]
}

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
  /** What the release says of the site. */
  readonly site: Pick<Release, 'siteUrl' | 'feedItems' | 'deltas' | 'hubs'>
  /** What the hot pack is to hold, the most wanted first. */
  readonly hotStems: readonly Stem[]
  /** The most bytes that ride inside the Worker. */
  readonly hotBytes: number
  readonly digest: Digest
}

/** A bucket of one state with the pack that it came to. */
interface Placed extends Bucket {
  readonly pack: Pack
}

/**
 * Packs the states of a publication, by rising moment, into one bundle. The first is that of the epoch.
 * The same states give the same bytes. Throws where two resources of a state share a stem.
 */
export function packBundle(snapshots: readonly Snapshot[], settings: BundleSettings): Bundle {
  const packs = new Map<PackKey, Pack>()
  const timeline: Table[] = []
  let placed: ReadonlyMap<string, Placed> = new Map()
  for (const { from, resources } of snapshots) {
    const leaves: Leaf[] = []
    const next = new Map<string, Placed>()
    for (const bucket of divideIntoBuckets(resources, weighResource)) {
      const before = placed.get(bucket.prefix)
      // Most buckets are those of the state before, and need not be packed to know it.
      const pack =
        before && holdsSame(before, bucket) ? before.pack : sealPack(bucket.resources, settings.digest)
      packs.set(pack.key, pack)
      next.set(bucket.prefix, { ...bucket, pack })
      if (before?.pack.key !== pack.key) leaves.push({ prefix: bucket.prefix, pack: pack.key })
    }
    placed = next
    timeline.push({ from, leaves })
  }
  const all = [...packs.values()].sort((a, b) => compareText(a.key, b.key))
  const allFit = all.reduce((sum, { bytes }) => sum + bytes.length, 0) <= settings.hotBytes
  // Where all packs ride along, copies of what is in them would only be more of the same.
  const hotResources = allFit ? [] : chooseHotResources(snapshots, settings.hotStems, settings.hotBytes)
  const hotPack = sealPack(hotResources, settings.digest)
  const release = encodeRelease({
    ...settings.site,
    hotPack: hotPack.key,
    hotUntil: findHotUntil(snapshots, hotResources),
    timeline,
  })
  decodeRelease(release)
  return { release, embedded: allFit ? [hotPack, ...all] : [hotPack], packs: all }
}

/** Whether two buckets hold the very same resources, which several states share. */
function holdsSame(a: Bucket, b: Bucket): boolean {
  return (
    a.resources.length === b.resources.length &&
    a.resources.every((resource, index) => resource === b.resources[index])
  )
}

/** What is written is read back at once: a pack that cannot be read must not leave the machine. */
function sealPack(resources: readonly Resource[], digest: Digest): Pack {
  const bytes = encodePack(resources)
  if (decodePack(bytes).size !== resources.length) throw new Error('Two resources of one pack share a stem')
  return { key: digest(bytes) as PackKey, bytes }
}
