import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeIndex, encodePack } from '../../src/bundle/pack-codec.ts'
import { isWholePack, openPack, readPackKey } from '../../src/bundle/verify-pack.ts'
import { instant } from '../../src/model/instant.ts'
import type { Stem } from '../../src/model/resource.ts'
import { aContent, anyResources, aPage, aResource } from '../support/a-resource.ts'
import { sha256 } from '../support/sha256.ts'

describe('encodePack', () => {
  it('has openPack give back any resources, in their order', () => {
    fc.assert(
      fc.property(anyResources, (resources) => {
        expect([...openPack(encodePack(resources, sha256), sha256).values()]).toEqual(resources)
      }),
    )
  })

  it('gives the same bytes for the same resources, and another key for any other', () => {
    fc.assert(
      fc.property(anyResources, anyResources, (some, others) => {
        const pack = encodePack(some, sha256)
        expect(encodePack(some, sha256)).toEqual(pack)
        const other = encodePack(others, sha256)
        expect(other.key === pack.key).toBe(Buffer.from(other.bytes).equals(pack.bytes))
      }),
    )
  })

  it('stores once what several versions share', () => {
    const shared = new Uint8Array(1000)
    const version = (from: number, own: number) => ({
      from: instant(from),
      shows: aContent({ pieces: [shared, Uint8Array.of(own)] }),
    })
    const sizeOf = (...versions: ReturnType<typeof version>[]) =>
      encodePack([aResource('/feed', versions)], sha256).bytes.length
    const one = sizeOf(version(0, 1))
    const three = sizeOf(version(0, 1), version(1, 2), version(2, 3))
    expect(three - one).toBeLessThan(150)
  })

  it('throws where two resources share a stem', () => {
    expect(() => encodePack([aPage('/a'), aPage('/a', 7)], sha256)).toThrow('share a stem')
  })
})

describe('decodeIndex', () => {
  it('finds every resource, and nothing else, with what its bytes hash to', () => {
    const { bytes } = encodePack([aPage('/a', 40), aPage('/è𝄞', 50), aPage('/b', 0)], sha256)
    const { listStems, find } = decodeIndex(bytes)
    const stems = listStems()
    expect(stems).toEqual(['/a', '/è𝄞', '/b'])
    for (const stem of stems) {
      const stored = find(stem)
      expect(stored && sha256(stored.bytes)).toBe(Buffer.from(stored?.sha256 ?? []).toString('hex'))
    }
    expect(find('/' as Stem)).toBeUndefined()
    expect(find('/a/è𝄞' as Stem)).toBeUndefined()
  })

  it('throws nothing but a RangeError for any bytes', () => {
    const start = encodePack([], sha256).bytes
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat({ max: 4 }), (bytes, left) => {
        const tried = Uint8Array.of(...start.subarray(0, start.length - left), ...bytes)
        for (const some of [bytes, tried]) {
          try {
            decodeIndex(some)
          } catch (error) {
            expect(error).toBeInstanceOf(RangeError)
          }
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('refuses every truncation, and what goes on after its end', () => {
    const { bytes } = encodePack([aPage('/a', 40), aPage('/b', 40)], sha256)
    for (let length = 0; length < bytes.length; length++) {
      expect(() => decodeIndex(bytes.subarray(0, length))).toThrow(RangeError)
    }
    expect(() => decodeIndex(Uint8Array.of(...bytes, 0))).toThrow('not as long as its index says')
  })

  it('names the format that it does not know', () => {
    const { bytes } = encodePack([], sha256)
    bytes['strillone-pack-3'.length] = '9'.charCodeAt(0)
    expect(() => decodeIndex(bytes)).toThrow('Not a pack of the format strillone-pack-3: strillone-pack-9')
  })
})

describe('openPack', () => {
  const pack = encodePack([aPage('/a', 40), aPage('/b', 40)], sha256)

  it('takes no pack of which any one bit is another', () => {
    for (let bit = 0; bit < pack.bytes.length * 8; bit++) {
      const bytes = pack.bytes.slice()
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(() => openPack({ key: pack.key, bytes }, sha256), String(bit)).toThrow(RangeError)
      expect(isWholePack({ key: pack.key, bytes }, sha256)).toBe(false)
    }
    expect(isWholePack(pack, sha256)).toBe(true)
  })

  it('takes no pack under the key of another', () => {
    const key = encodePack([aPage('/a', 40)], sha256).key
    expect(() => openPack({ ...pack, key }, sha256)).toThrow('not the one that its key names')
  })
})

describe('readPackKey', () => {
  it('gives the key of a pack from its index, whatever has become of the rest', () => {
    const { key, bytes } = encodePack([aPage('/a', 40)], sha256)
    expect(readPackKey(bytes, sha256)).toBe(key)
    const { head } = decodeIndex(bytes)
    expect(readPackKey(bytes.slice().fill(0, head.length), sha256)).toBe(key)
    expect(key).toBe(sha256(head))
  })
})
