import { isPackKey } from '../model/pack.ts'
import type { Release } from '../model/release.ts'
import { ByteReader } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import { PackTable } from './pack-table.ts'

/** The version of this format. It changes with every change of the stored fields, and of `hashStem`. */
const FORMAT = 'strillone-release-4'

/** A release in its stored form. */
export interface StoredRelease extends Release {
  readonly packs: PackTable
}

/** Encodes a release as the bytes that are deployed with the Worker. The same release gives the same bytes. */
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

/** Decodes a release. Throws a RangeError if the bytes do not have this format. */
export function decodeRelease(bytes: Uint8Array): StoredRelease {
  const reader = new ByteReader(bytes)
  const format = reader.readText()
  if (format !== FORMAT) throw new RangeError(`Not a release of the format ${FORMAT}: ${format.slice(0, 40)}`)
  const about = readAbout(reader)
  const packs = new PackTable(reader.readBytes(), reader.readBytes(), reader.readBytes())
  reader.finish()
  return { ...about, packs }
}

/**
 * Decodes the fields before the packs. They are the same in this format and the one before. Throws a RangeError if they are
 * malformed.
 */
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
