import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeResource, encodeResource } from '../../src/bundle/resource-codec.ts'
import { noBlobs } from '../../src/model/blob.ts'
import type { Stem } from '../../src/model/resource.ts'
import { anyResources, aPage } from '../support/a-resource.ts'

describe('decodeResource', () => {
  it('gives back any resource that encodeResource wrote', () => {
    fc.assert(
      fc.property(anyResources, (resources) => {
        for (const resource of resources) {
          expect(decodeResource(resource.stem, encodeResource(resource, noBlobs))).toEqual(resource)
        }
      }),
    )
  })

  it('throws nothing but a RangeError for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          decodeResource('/a' as Stem, bytes)
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('refuses every truncation', () => {
    const bytes = encodeResource(aPage('/a', 40), noBlobs)
    for (let length = 0; length < bytes.length; length++) {
      expect(() => decodeResource('/a' as Stem, bytes.subarray(0, length))).toThrow(RangeError)
    }
  })
})
