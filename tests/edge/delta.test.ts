import { describe, expect, it } from 'vitest'
import { fingerprint, formatFeedTag } from '../../src/bundle/feed-tag.ts'
import { findMissingEntries } from '../../src/edge/decide.ts'
import { sha256 } from '../support/sha256.ts'

const entry = (number: number) => fingerprint(sha256(Uint8Array.of(number)))
const tag = (...numbers: readonly number[]) =>
  formatFeedTag(sha256(Uint8Array.from(numbers)).slice(0, 32), numbers.map(entry))
const quoted = (...numbers: readonly number[]) => `W/"${tag(...numbers)}"`

function missing(
  headers: Readonly<Record<string, string>>,
  current = tag(5, 4, 3, 2),
): readonly number[] | undefined {
  return findMissingEntries(new Headers(headers), current)
}

describe('findMissingEntries', () => {
  it('names the entries that the client lacks', () => {
    expect(missing({ 'A-IM': 'feed', 'If-None-Match': quoted(3, 2, 1) })).toEqual([0, 1])
  })

  it('names an entry that changed in the middle, or came in there', () => {
    expect(missing({ 'A-IM': 'feed', 'If-None-Match': quoted(5, 9, 3, 2) })).toEqual([1])
  })

  it.each([
    ['that does not ask', { 'If-None-Match': quoted(3, 2) }],
    ['that asks for something else', { 'A-IM': 'vcdiff, gzip', 'If-None-Match': quoted(3, 2) }],
    ['that asks with a weight of nothing', { 'A-IM': 'feed;q=0', 'If-None-Match': quoted(3, 2) }],
    ['without a tag', { 'A-IM': 'feed' }],
    ['with a tag of no entries', { 'A-IM': 'feed', 'If-None-Match': '"abc"' }],
    ['with several tags', { 'A-IM': 'feed', 'If-None-Match': `${quoted(3, 2)}, ${quoted(2)}` }],
    ['that has none of the entries', { 'A-IM': 'feed', 'If-None-Match': quoted(1) }],
    ['that has none at all', { 'A-IM': 'feed', 'If-None-Match': quoted() }],
    ['that lacks none', { 'A-IM': 'feed', 'If-None-Match': quoted(5, 4, 3, 2, 1) }],
  ])('sends the whole feed to a client %s', (_name, headers: Record<string, string>) => {
    expect(missing(headers)).toBeUndefined()
  })

  it('reads a list of wishes', () => {
    expect(missing({ 'A-IM': 'gzip, FEED ;q=0.5', 'If-None-Match': quoted(4, 3, 2) })).toEqual([0])
  })

  it('sends the whole feed where the current tag speaks of no entries', () => {
    expect(missing({ 'A-IM': 'feed', 'If-None-Match': quoted(1) }, 'f'.repeat(32))).toBeUndefined()
  })
})
