import { describe, expect, it } from 'vitest'
import { mergeHeaders } from '../../src/ledger/header-codec.ts'
import { mergeEntries, mergeEntry } from '../../src/ledger/merge-entries.ts'
import type { Slug } from '../../src/model/article.ts'
import { inManyRounds } from '../support/rounds.ts'
import { anEntryOf, day } from './an-entry.ts'
import { anyEntry, anyLedger } from './any-entry.ts'

const slugs = (...names: string[]) => names as readonly string[] as readonly Slug[]

describe('mergeEntry()', () => {
  it('takes the later change', () => {
    const old = anEntryOf('a', { inFeeds: false, changed: day(2) })
    const recent = anEntryOf('a', { path: 'b.md', changed: day(3) })
    expect(mergeEntry(old, recent)).toEqual(recent)
  })

  it('keeps every slug of both', () => {
    const a = anEntryOf('a', { slug: 'x' as Slug, formerSlugs: slugs('a'), changed: day(3) })
    const b = anEntryOf('a', { slug: 'y' as Slug, formerSlugs: slugs('x', 'z'), changed: day(2) })
    expect(mergeEntry(a, b)).toMatchObject({ slug: 'x', formerSlugs: slugs('a', 'y', 'z') })
  })

  it('keeps the earlier first publication, and the date of the later change', () => {
    const a = anEntryOf('a', { published: day(5), changed: day(3) })
    const b = anEntryOf('a', { published: day(4), dated: day(9), changed: day(2) })
    expect(mergeEntry(a, b)).toMatchObject({ published: day(4), dated: day(5) })
  })

  it('takes an article for withdrawn where that is the later change', () => {
    const a = anEntryOf('a', { changed: day(2) })
    const b = anEntryOf('a', { changed: day(3), withdrawn: day(3) })
    expect([mergeEntry(a, b).withdrawn, mergeEntry({ ...a, changed: day(4) }, b).withdrawn]).toEqual([
      day(3),
      undefined,
    ])
  })

  it('is commutative, associative and idempotent', async () => {
    await inManyRounds((dice) => {
      const [a, b, c] = [anyEntry(dice), anyEntry(dice), anyEntry(dice)].map((entry) => ({
        ...entry,
        id: anEntryOf('a').id,
      }))
      if (a === undefined || b === undefined || c === undefined) throw new RangeError('Three entries')
      expect(mergeEntry(a, a)).toEqual(a)
      expect(mergeEntry(a, b)).toEqual(mergeEntry(b, a))
      expect(mergeEntry(mergeEntry(a, b), c)).toEqual(mergeEntry(a, mergeEntry(b, c)))
    })
  })
})

describe('mergeHeaders()', () => {
  it('is commutative, associative and idempotent', async () => {
    await inManyRounds((dice) => {
      const [a, b, c] = [anyLedger(dice), anyLedger(dice), anyLedger(dice)].map(
        ({ entries: _entries, terms: _slices, ...header }) => header,
      )
      if (a === undefined || b === undefined || c === undefined) throw new RangeError('Three headers')
      expect(mergeHeaders(a, a)).toEqual(a)
      expect(mergeHeaders(a, b)).toEqual(mergeHeaders(b, a))
      expect(mergeHeaders(mergeHeaders(a, b), c)).toEqual(mergeHeaders(a, mergeHeaders(b, c)))
    })
  })

  it('changed at the later of two moments', () => {
    const header = {
      authority: 'a.org',
      year: 2026,
      feed: { url: 'https://a.org', title: 'x', language: 'it' },
    }
    expect(mergeHeaders({ ...header, changed: day(2) }, { ...header, changed: day(3) }).changed).toBe(day(3))
    expect(mergeHeaders({ ...header, changed: day(2) }, header).changed).toBe(day(2))
  })

  it('keeps the year in which the ledger began', () => {
    const feed = { url: 'https://example.org', title: 'x', language: 'it' }
    const [early, late] = [
      { authority: 'b.org', year: 2025, feed },
      { authority: 'a.org', year: 2026, feed },
    ]
    expect(mergeHeaders(late, early)).toEqual(early)
  })
})

describe('mergeEntries()', () => {
  it('gives each id once, in order, whatever the order of the lines', async () => {
    await inManyRounds((dice) => {
      const entries = Array.from({ length: 6 }, () => anyEntry(dice))
      const merged = mergeEntries(entries)
      expect(merged.map(({ id }) => id)).toEqual([...new Set(entries.map(({ id }) => id))].sort())
      expect(mergeEntries(entries.toReversed())).toEqual(merged)
      expect(mergeEntries([...merged, ...entries])).toEqual(merged)
    }, 100)
  })
})
