import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PackTable } from '../../src/bundle/pack-table.ts'
import { decodeRelease, encodeRelease, type StoredRelease } from '../../src/bundle/release-codec.ts'
import { stemAt } from '../../src/model/addresses.ts'
import { instant } from '../../src/model/instant.ts'
import type { PackKey } from '../../src/model/pack.ts'

const packKey = fc
  .array(fc.integer({ min: 0, max: 15 }), { minLength: 64, maxLength: 64 })
  .map((digits) => digits.map((digit) => digit.toString(16)).join('') as PackKey)
const moment = fc.integer({ min: 0, max: 4e12 }).map(instant)
const release: fc.Arbitrary<StoredRelease> = fc.record({
  id: fc.string(),
  siteUrl: fc.webUrl(),
  feedItems: fc.nat(),
  deltas: fc.boolean(),
  preview: fc.boolean(),
  hubs: fc.array(fc.webUrl()),
  hotPack: packKey,
  changed: moment,
  moments: fc.array(moment),
  packs: fc
    .uniqueArray(fc.webPath(), { maxLength: 30 })
    .chain((paths) =>
      fc.tuple(...paths.map((path) => fc.record({ key: packKey, stems: fc.constant([stemAt(path)]) }))),
    )
    .map(PackTable.of),
})

describe('decodeRelease', () => {
  it('gives back any release that encodeRelease wrote', () => {
    fc.assert(
      fc.property(release, (value) => {
        expect(decodeRelease(encodeRelease(value))).toEqual(value)
      }),
    )
  })

  it('throws nothing but a RangeError for any bytes', () => {
    fc.assert(
      fc.property(release, fc.nat(), fc.nat({ max: 255 }), (value, place, byte) => {
        const bytes = encodeRelease(value)
        bytes[place % bytes.length] = byte
        try {
          decodeRelease(bytes)
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('refuses a name of a pack that is none', () => {
    const [example] = fc.sample(release, 1)
    if (example === undefined) throw new Error('no sample')
    const bytes = encodeRelease({ ...example, hotPack: 'XYZ' as PackKey })
    expect(() => decodeRelease(bytes)).toThrow('Not the key of a pack: XYZ')
  })
})
