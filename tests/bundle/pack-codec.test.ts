import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodePack, encodePack } from '../../src/bundle/pack-codec.ts'
import { anyResources, aPage } from '../support/a-resource.ts'

describe('decodePack', () => {
  it('gives back any resources that encodePack packed', () => {
    fc.assert(
      fc.property(anyResources, (resources) => {
        expect([...decodePack(encodePack(resources)).values()]).toEqual(resources)
      }),
    )
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
    expect(() => decodePack(bytes)).toThrow('Not a pack of the format strillone-pack-1: strillone-pack-9')
  })
})
