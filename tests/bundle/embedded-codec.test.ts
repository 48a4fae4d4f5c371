import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeEmbedded, encodeEmbedded } from '../../src/bundle/embedded-codec.ts'
import type { PackKey } from '../../src/model/pack.ts'
import { sha256 } from '../support/sha256.ts'

describe('decodeEmbedded', () => {
  it('gives back the packs that encodeEmbedded wrote', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array()), (bodies) => {
        const packs = bodies.map((bytes) => ({ key: sha256(bytes) as PackKey, bytes }))
        expect(decodeEmbedded(encodeEmbedded(packs))).toEqual(
          new Map(packs.map(({ key, bytes }) => [key, bytes])),
        )
      }),
    )
  })

  it('throws nothing but a RangeError for any bytes', () => {
    const good = encodeEmbedded([{ key: sha256(new Uint8Array()) as PackKey, bytes: new Uint8Array(9) }])
    fc.assert(
      fc.property(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 }), (place, byte) => {
        const bytes = Uint8Array.from(good)
        bytes[place] = byte
        try {
          decodeEmbedded(bytes)
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError)
        }
      }),
    )
  })
})
