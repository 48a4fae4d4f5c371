import type { Pack, PackKey } from '../model/pack.ts'
import { isPackKey } from '../model/pack.ts'
import { ByteReader } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'

/** Grows with every change of what is stored below. */
const FORMAT = 'strillone-embedded-1'

/** Packs as the bytes of the one module that carries them inside the Worker. */
export function encodeEmbedded(packs: readonly Pack[]): Uint8Array {
  const writer = new ByteWriter()
  writer.writeText(FORMAT)
  writer.writeList(packs, ({ key, bytes }) => {
    writer.writeText(key)
    writer.writeBytes(bytes)
  })
  return writer.finish()
}

/** The packs that the bytes hold, as views of them. Throws a RangeError where they are nothing of this format. */
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
