import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingerprint, formatFeedTag, parseFeedTag } from '../../src/bundle/feed-tag.ts'
import { sha256 } from '../support/sha256.ts'

const HASH = 'f'.repeat(32)
const fingerprints = (count: number) =>
  Array.from({ length: count }, (_, index) => fingerprint(sha256(Uint8Array.of(index))))

describe('parseFeedTag', () => {
  it('gives back the entries that formatFeedTag wrote', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (count) => {
        expect(parseFeedTag(formatFeedTag(HASH, fingerprints(count)))).toEqual(fingerprints(count))
      }),
    )
  })

  it.each([HASH, `${HASH}-limit-3`, `${HASH}.abc`, `${HASH}.ABCDEFG`, 'x', '', `${HASH}.0000000-limit-1`])(
    'finds no entries in %j',
    (tag) => {
      expect(parseFeedTag(tag)).toBeUndefined()
    },
  )
})

describe('formatFeedTag', () => {
  it('fits with its quotes in 255 characters', () => {
    expect(`W/"${formatFeedTag(HASH, fingerprints(30))}"`.length).toBeLessThanOrEqual(255)
  })

  it('leaves out the entries where they are too many, or none', () => {
    expect(formatFeedTag(HASH, [])).toBe(HASH)
    expect(formatFeedTag(HASH, fingerprints(31))).toBe(HASH)
  })
})

describe('fingerprint', () => {
  it('is as long for any hash', () => {
    expect(fingerprint('0'.repeat(64))).toBe('0000000')
    expect(fingerprint('f'.repeat(64))).toHaveLength(7)
  })
})
