import { isPackKey } from '../model/pack.ts'
import type { Release } from '../model/release.ts'
import { ByteReader } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import { PackTable } from './pack-table.ts'

/** Grows with every change of what is stored below, and of `hashStem`. */
const FORMAT = 'strillone-release-4'

/** A release as it is stored. */
export interface StoredRelease extends Release {
  readonly packs: PackTable
}

/** A release as the bytes that are deployed with the Worker. The same release gives the same bytes. */
export function encodeRelease(release: StoredRelease): Uint8Array {
  const writer = new ByteWriter()
  writer.writeText(FORMAT)
  writer.writeText(release.id)
  writer.writeText(release.siteUrl)
  writer.writeNumber(release.feedItems)
  writer.writeNumber(release.deltas ? 1 : 0)
  writer.writeNumber(release.preview ? 1 : 0)
  writer.writeList(release.hubs, (hub) => writer.writeText(hub))
  writer.writeInstant(release.changed)
  writer.writeList(release.moments, (moment) => writer.writeInstant(moment))
  writer.writeText(release.hotPack)
  writer.writeBytes(release.packs.keys)
  writer.writeBytes(release.packs.hashes)
  writer.writeBytes(release.packs.places)
  return writer.finish()
}

/** The release that the bytes hold. Throws a RangeError where they are no release of this format. */
export function decodeRelease(bytes: Uint8Array): StoredRelease {
  const reader = new ByteReader(bytes)
  const format = reader.readText()
  if (format !== FORMAT) throw new RangeError(`Not a release of the format ${FORMAT}: ${format.slice(0, 40)}`)
  const about = readAbout(reader)
  const packs = new PackTable(reader.readBytes(), reader.readBytes(), reader.readBytes())
  reader.finish()
  return { ...about, packs }
}

/** What a release says before it names its packs, which is the same in this format and the one before. */
export function readAbout(reader: ByteReader): Omit<Release, 'packs'> {
  const id = reader.readText()
  const siteUrl = reader.readText()
  const feedItems = reader.readNumber()
  const deltas = reader.readNumber() === 1
  const preview = reader.readNumber() === 1
  const hubs = reader.readList(() => reader.readText())
  const changed = reader.readMoment()
  const moments = reader.readList(() => reader.readMoment())
  const hotPack = reader.readText()
  if (!isPackKey(hotPack)) throw new RangeError(`Not the key of a pack: ${hotPack.slice(0, 80)}`)
  return { id, siteUrl, feedItems, deltas, preview, hubs, changed, moments, hotPack }
}
