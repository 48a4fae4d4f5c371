import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodePack, encodePack } from '../../src/bundle/pack-codec.ts'
import { instant } from '../../src/model/instant.ts'
import { aContent, anyResources, aPage, aResource } from '../support/a-resource.ts'

describe('decodePack', () => {
  it('gives back any resources that encodePack packed', () => {
    fc.assert(
      fc.property(anyResources, (resources) => {
        expect([...decodePack(encodePack(resources)).values()]).toEqual(resources)
      }),
    )
  })

  it('stores once what several versions share', () => {
    const shared = new Uint8Array(1000)
    const version = (from: number, own: number) => ({
      from: instant(from),
      shows: aContent({ pieces: [shared, Uint8Array.of(own)] }),
    })
    const one = encodePack([aResource('/feed', [version(0, 1)])]).length
    const three = encodePack([aResource('/feed', [version(0, 1), version(1, 2), version(2, 3)])]).length
    expect(three - one).toBeLessThan(150)
  })

  it('throws nothing but a RangeError for any bytes', () => {
    const start = encodePack([])
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, beginsWell) => {
        const tried = beginsWell ? Uint8Array.of(...start.subarray(0, -1), ...bytes) : bytes
        try {
          decodePack(tried)
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('refuses every truncation', () => {
    const bytes = encodePack([aPage('/a', 40), aPage('/b', 40)])
    for (let length = 0; length < bytes.length; length++) {
      expect(() => decodePack(bytes.subarray(0, length))).toThrow(RangeError)
    }
  })

  it('names the format that it does not know', () => {
    const bytes = encodePack([])
    bytes[bytes.length - 2] = '9'.charCodeAt(0)
    expect(() => decodePack(bytes)).toThrow('Not a pack of the format strillone-pack-2: strillone-pack-9')
  })
})
