import { ByteWriter } from '../../src/bundle/byte-writer.ts'
import { hashStem } from '../../src/bundle/hash-stem.ts'
import { encodePack } from '../../src/bundle/pack-codec.ts'
import { decodeRelease } from '../../src/bundle/release-codec.ts'
import { openPack } from '../../src/bundle/verify-pack.ts'
import type { WholeBundle } from './publish-in-memory.ts'
import { sha256 } from './sha256.ts'

/** A release with the packs that it names. */
export type StoredBundle = Pick<WholeBundle, 'release' | 'packs' | 'embedded'>

/** The same publication as the format before this one stored it, in other packs: each resource in one of its own. */
export function earlierBundle({ release, packs, embedded }: WholeBundle): StoredBundle {
  const resources = packs.flatMap((pack) => [...openPack(pack, sha256).values()])
  const leaves = resources.map((resource) => ({
    prefix: hashStem(resource.stem).toString(2).padStart(32, '0'),
    pack: encodePack([resource], sha256),
  }))
  const about = decodeRelease(release)
  const writer = new ByteWriter()
  writer.writeText('strillone-release-3')
  writer.writeText(about.id)
  writer.writeText(about.siteUrl)
  writer.writeNumber(about.feedItems)
  writer.writeNumber(about.deltas ? 1 : 0)
  writer.writeNumber(about.preview ? 1 : 0)
  writer.writeList(about.hubs, (hub) => writer.writeText(hub))
  writer.writeInstant(about.changed)
  writer.writeList(about.moments, (moment) => writer.writeInstant(moment))
  writer.writeText(about.hotPack)
  writer.writeList(leaves, ({ prefix, pack }) => {
    writer.writeText(prefix)
    writer.writeText(pack.key)
  })
  return { release: writer.finish(), packs: leaves.map(({ pack }) => pack), embedded }
}
