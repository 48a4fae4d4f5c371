import type { Pack, PackKey } from '../model/pack.ts'
import { isPackKey } from '../model/pack.ts'
import { ByteReader } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'

/** Increases with every change of the format below. */
const FORMAT = 'strillone-embedded-1'

/** Encodes packs as the bytes of the module that is embedded in the Worker. */
export function encodeEmbedded(packs: readonly Pack[]): Uint8Array {
  const writer = new ByteWriter()
  writer.writeText(FORMAT)
  writer.writeList(packs, ({ key, bytes }) => {
    writer.writeText(key)
    writer.writeBytes(bytes)
  })
  return writer.finish()
}

/** Decodes the packs, as views of the bytes. Throws a RangeError if the bytes are not of this format. */
export function decodeEmbedded(bytes: Uint8Array): ReadonlyMap<PackKey, Uint8Array> {
  const reader = new ByteReader(bytes)
  const format = reader.readText()
  if (format !== FORMAT) throw new RangeError(`Not packs of the format ${FORMAT}: ${format.slice(0, 40)}`)
  const packs = reader.readList(() => {
    const key = reader.readText()
    if (!isPackKey(key)) throw new RangeError(`Not the key of a pack: ${key.slice(0, 80)}`)
    return [key, reader.readBytes()] as const
  })
  reader.finish()
  return new Map(packs)
}
