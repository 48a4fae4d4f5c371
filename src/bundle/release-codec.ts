import type { PackKey } from '../model/pack.ts'
import { isPackKey } from '../model/pack.ts'
import type { Leaf, Release } from '../model/release.ts'
import { ByteReader } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'

/** Increases with every change of the format below, and of `hashStem`. */
const FORMAT = 'strillone-release-3'

/** Encodes a release as the bytes that are deployed with the Worker. The same release gives the same bytes. */
export function encodeRelease(release: Release): Uint8Array {
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
  writer.writeList(release.leaves, ({ prefix, pack }) => {
    writer.writeText(prefix)
    writer.writeText(pack)
  })
  return writer.finish()
}

/** Decodes a release. Throws a RangeError if the bytes are not a release of this format. */
export function decodeRelease(bytes: Uint8Array): Release {
  const reader = new ByteReader(bytes)
  const format = reader.readText()
  if (format !== FORMAT) throw new RangeError(`Not a release of the format ${FORMAT}: ${format.slice(0, 40)}`)
  const id = reader.readText()
  const siteUrl = reader.readText()
  const feedItems = reader.readNumber()
  const deltas = reader.readNumber() === 1
  const preview = reader.readNumber() === 1
  const hubs = reader.readList(() => reader.readText())
  const changed = reader.readMoment()
  const moments = reader.readList(() => reader.readMoment())
  const hotPack = readPackKey(reader)
  const leaves = reader.readList((): Leaf => ({ prefix: reader.readText(), pack: readPackKey(reader) }))
  reader.finish()
  return { id, siteUrl, feedItems, deltas, preview, hubs, changed, moments, hotPack, leaves }
}

function readPackKey(reader: ByteReader): PackKey {
  const key = reader.readText()
  if (!isPackKey(key)) throw new RangeError(`Not the key of a pack: ${key.slice(0, 80)}`)
  return key
}
