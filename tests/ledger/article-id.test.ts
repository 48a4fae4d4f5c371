import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  articleId,
  atomId,
  distinctId,
  idBehindAtom,
  isAtomIdOf,
  isUri,
  mintId,
  writtenIds,
} from '../../src/ledger/article-id.ts'

const AUTHORITY = { authority: 'example.org', year: 2026 }

describe('mintId()', () => {
  it('makes a tag URI of the encoded name', () => {
    expect(mintId(AUTHORITY, 'città/perché no')).toBe('tag:example.org,2026:citt%C3%A0/perch%C3%A9%20no')
  })

  it('makes a URI of any name', () => {
    expect(isUri(mintId(AUTHORITY, '\uD800 "<>\\^`{|}'))).toBe(true)
  })
})

describe('writtenIds()', () => {
  it('takes a text as it is, and of a name what earlier versions minted', () => {
    expect(writtenIds(AUTHORITY, 'urn:uuid:1f0e')).toEqual(['urn:uuid:1f0e'])
    expect(writtenIds(AUTHORITY, 'bees 1')).toEqual(['bees 1', 'tag:example.org,2026:bees%201'])
  })
})

describe('atomId()', () => {
  it.each([
    ['https://old.test/?p=12', 'https://old.test/?p=12'],
    ['64f0c1', 'tag:example.org,2026:id:64f0c1'],
    ['old.test?p=12', 'tag:example.org,2026:id:old.test%3Fp%3D12'],
    ['https://old.test/p/é', 'https://old.test/p/%C3%A9'],
    ['https://old.test/p/e\u0301', 'https://old.test/p/e%CC%81'],
    ['https://old.test/a b', 'tag:example.org,2026:id:https%3A%2F%2Fold.test%2Fa%20b'],
    ['tag:old.test,2019:ü', 'tag:old.test,2019:%C3%BC'],
    ['日本', 'tag:example.org,2026:id:%E6%97%A5%E6%9C%AC'],
  ])('has %s as %s', (id, uri) => {
    expect(atomId(AUTHORITY, id)).toBe(uri)
    expect(isAtomIdOf(uri, id)).toBe(true)
  })

  const anId = fc.string({ unit: 'grapheme', minLength: 1 })

  it('is a URI that is minted of no path, and one for each text that is no IRI', () => {
    fc.assert(
      fc.property(anId, anId, (id, other) => {
        const uri = atomId(AUTHORITY, id)
        expect(isUri(uri)).toBe(true)
        if (isUri(id) || !uri.startsWith('tag:example.org,2026:id:')) return
        expect(uri).not.toBe(mintId(AUTHORITY, other))
        expect(idBehindAtom(AUTHORITY, uri)).toEqual({ id: articleId(id), year: 2026 })
        expect(isAtomIdOf(uri, id)).toBe(true)
        expect(isAtomIdOf(uri, other)).toBe(id === other)
      }),
    )
  })
})

describe('distinctId()', () => {
  it('counts until an id is free', () => {
    const taken = ['tag:example.org,2026:a', 'tag:example.org,2026:a~2']
    expect(distinctId(AUTHORITY, 'a', (id) => taken.includes(id))).toBe('tag:example.org,2026:a~3')
  })
})
