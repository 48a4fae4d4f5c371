import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decodeAnyRelease } from '../../src/bundle/earlier-release.ts'
import { PackTable } from '../../src/bundle/pack-table.ts'
import { decodeRelease, encodeRelease } from '../../src/bundle/release-codec.ts'
import { stemAt } from '../../src/model/addresses.ts'

/** A release of 900 articles, as the code wrote it that had the format before this one. */
const EARLIER = new Uint8Array(readFileSync(join(import.meta.dirname, '../fixtures/release-3.bin')))

const KEYS = [
  'ed5a2bb6f4e995b6eebd0b5d75d2c98ea3ff2537ff3480471a5c0ba14138d0cb',
  '9367500e602a9a4df1841d3bca028d4bac31210fa1e4de0ee9084e2a5f54c17d',
  'e45d2c0e75383383a994dd14626027eb2b00651797e372a2050441c268195b90',
  'ddcc253f5af4136439f3ec375bcf378e91ebf9a0481476e22187cee05c733cb1',
]

describe('decodeAnyRelease', () => {
  it('reads the format before this one', () => {
    const { packs, ...about } = decodeAnyRelease(EARLIER)
    expect(about).toEqual({
      id: 'cc412976b9b6859fc9b10fa67f9ea571',
      siteUrl: 'https://example.org/news',
      feedItems: 30,
      deltas: true,
      preview: true,
      hubs: ['https://hub.example/'],
      changed: 1_767_225_600_000,
      moments: [1_767_225_600_001],
      hotPack: '16db336834c392ab9131f3f8b667da9627d9d154ce5fc855aaf54720bca8dece',
    })
    expect(packs.list()).toEqual(KEYS)
    const found = [0, 1, 2, 3, 899].map((number) => packs.find(stemAt(`/articles/${number}`)))
    expect(found).toEqual([KEYS[0], KEYS[1], KEYS[1], KEYS[3], KEYS[2]])
  })

  it('reads this format, as the Worker does, which reads no other', () => {
    const { packs: _, ...about } = decodeAnyRelease(EARLIER)
    const bytes = encodeRelease({ ...about, packs: PackTable.of([]) })
    expect(decodeAnyRelease(bytes)).toEqual(decodeRelease(bytes))
    expect(() => decodeRelease(EARLIER)).toThrow('Not a release of the format strillone-release-4')
  })

  it('throws a RangeError for anything else', () => {
    expect(() => decodeAnyRelease(new TextEncoder().encode('\x13strillone-release-2'))).toThrow(RangeError)
    for (let length = 0; length < EARLIER.length; length++)
      expect(() => decodeAnyRelease(EARLIER.subarray(0, length)), String(length)).toThrow(RangeError)
  })
})
