import { describe, expect, it } from 'vitest'
import { findAgain } from '../../src/ledger/find-again.ts'
import type { Slug } from '../../src/model/article.ts'
import type { LedgerEntry } from '../../src/model/ledger.ts'
import { aCandidateOf, anEntryOf, day, digestOf } from './an-entry.ts'

const AUTHORITY = { authority: 'example.org', year: 2026 }

/** The file that each entry is found in, by the last part of the entry's id. */
function found(candidates: readonly ReturnType<typeof aCandidateOf>[], ...entries: LedgerEntry[]) {
  const again = findAgain(candidates, entries, AUTHORITY)
  return Object.fromEntries([...again].map(([path, { id }]) => [id.replace(/.*:/, ''), path]))
}

const edited = { digest: digestOf('other words') }

describe('findAgain()', () => {
  it.each([
    ['as it was', {}],
    ['edited', edited],
    ['renamed', { path: 'z.md' }],
    ['given another title and another date', { slug: 'z' as Slug, date: day(9), ...edited }],
    ['renamed and edited at once', { path: 'z.md', ...edited }],
    ['renamed and dated anew', { path: 'z.md', slug: 'z' as Slug, date: day(9) }],
  ])('finds an article %s', (_what, overrides) => {
    const candidate = aCandidateOf('a', overrides)
    expect(found([candidate], anEntryOf('a'))).toEqual({ a: candidate.path })
  })

  it.each([
    ['by its words', {}, 'a'],
    ['by its path and its slug', { date: day(9), ...edited }, 'a'],
    ['by its path and its date', { slug: 'z' as Slug, ...edited }, 'a'],
    ['not by its path alone', { slug: 'z' as Slug, date: day(9), ...edited }, undefined],
  ])('finds what was withdrawn %s', (_how, overrides, expected) => {
    const entry = anEntryOf('a', { withdrawn: day(3) })
    expect(Object.keys(found([aCandidateOf('a', overrides)], entry))[0]).toBe(expected)
  })

  it('finds an article by the id that its writer gives, before all else', () => {
    const candidates = [aCandidateOf('a', { id: 'b' }), aCandidateOf('c', { id: 'tag:example.org,2026:d' })]
    expect(found(candidates, anEntryOf('a'), anEntryOf('b'), anEntryOf('c'), anEntryOf('d'))).toEqual({
      b: 'a.md',
      d: 'c.md',
    })
  })

  it('finds no article whose writer gives another id', () => {
    expect(found([aCandidateOf('a', { id: 'z' })], anEntryOf('a'))).toEqual({})
  })

  it('takes a new file in the place of a renamed one for another article', () => {
    const candidates = [
      aCandidateOf('a', { digest: digestOf('new'), slug: 'new' as Slug }),
      aCandidateOf('b', { digest: digestOf('a'), slug: 'a' as Slug }),
    ]
    expect(found(candidates, anEntryOf('a'))).toEqual({ a: 'b.md' })
  })

  const text = digestOf('a text').slice(0, 16)
  const retitled = { text, slug: 'z' as Slug, ...edited }

  it('finds an article by its text that is renamed and given another title at once', () => {
    expect(found([aCandidateOf('z', retitled)], anEntryOf('a', { text }))).toEqual({ a: 'z.md' })
    expect(found([aCandidateOf('z', { ...retitled, date: day(9) })], anEntryOf('a', { text }))).toEqual({
      a: 'z.md',
    })
  })

  it('tells articles of the same text by their dates', () => {
    const entries = ['a', 'b'].map((name, index) => anEntryOf(name, { text, published: day(index + 1) }))
    const candidates = ['x', 'y'].map((name, index) =>
      aCandidateOf(name, { ...retitled, digest: digestOf(name), date: day(2 - index) }),
    )
    expect(found(candidates, ...entries)).toEqual({ a: 'y.md', b: 'x.md' })
  })

  it('finds no article by its text whose file is still there', () => {
    const candidates = [aCandidateOf('0', retitled), aCandidateOf('a', { text, date: day(9), ...edited })]
    expect(found(candidates, anEntryOf('a', { text }))).toEqual({ a: 'a.md' })
  })

  it('finds nothing by a text that neither has', () => {
    expect(found([aCandidateOf('z', { ...edited, slug: 'z' as Slug })], anEntryOf('a'))).toEqual({})
  })

  it('takes a copy beside the original for another article', () => {
    const copy = aCandidateOf('0', { digest: digestOf('a'), slug: 'a' as Slug })
    expect(found([copy, aCandidateOf('a')], anEntryOf('a'))).toEqual({ a: 'a.md' })
  })

  it('finds two articles that have swapped their files', () => {
    const candidates = [
      aCandidateOf('a', { digest: digestOf('b') }),
      aCandidateOf('b', { digest: digestOf('a') }),
    ]
    expect(found(candidates, anEntryOf('a'), anEntryOf('b'))).toEqual({ a: 'b.md', b: 'a.md' })
  })

  it('tells articles of the same words by their dates', () => {
    const same = digestOf('Open thread')
    const entries = ['a', 'b'].map((name, index) =>
      anEntryOf(name, { digest: same, published: day(index + 1) }),
    )
    const candidates = ['x', 'y'].map((name, index) =>
      aCandidateOf(name, { digest: same, date: day(2 - index) }),
    )
    expect(found(candidates, ...entries)).toEqual({ a: 'y.md', b: 'x.md' })
  })

  it('finds an entry once', () => {
    const candidates = [
      aCandidateOf('x', { digest: digestOf('a') }),
      aCandidateOf('y', { digest: digestOf('a') }),
    ]
    expect(found(candidates, anEntryOf('a'))).toEqual({ a: 'x.md' })
  })
})
