import { describe, expect, it } from 'vitest'
import { distinctId, isUri, mintId, writtenId } from '../../src/ledger/article-id.ts'

const AUTHORITY = { authority: 'example.org', year: 2026 }

describe('mintId()', () => {
  it('makes a tag URI of the encoded name', () => {
    expect(mintId(AUTHORITY, 'città/perché no')).toBe('tag:example.org,2026:citt%C3%A0/perch%C3%A9%20no')
  })

  it('makes a URI of any name', () => {
    expect(isUri(mintId(AUTHORITY, '\uD800 "<>\\^`{|}'))).toBe(true)
  })
})

describe('writtenId()', () => {
  it('takes a URI as it is, and mints of a name', () => {
    expect(writtenId(AUTHORITY, 'urn:uuid:1f0e')).toBe('urn:uuid:1f0e')
    expect(writtenId(AUTHORITY, 'bees 1')).toBe('tag:example.org,2026:bees%201')
  })
})

describe('distinctId()', () => {
  it('counts until an id is free', () => {
    const taken = ['tag:example.org,2026:a', 'tag:example.org,2026:a~2']
    expect(distinctId(AUTHORITY, 'a', (id) => taken.includes(id))).toBe('tag:example.org,2026:a~3')
  })
})
