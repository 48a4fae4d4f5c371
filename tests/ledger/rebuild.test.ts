import { describe, expect, it } from 'vitest'
import { atomId } from '../../src/ledger/article-id.ts'
import type { FeedItem } from '../../src/ledger/feed-item.ts'
import { guardLedger } from '../../src/ledger/guard.ts'
import { type Rebuilt, rebuildLedger } from '../../src/ledger/rebuild.ts'
import { unreadItems } from '../../src/ledger/unread-items.ts'
import type { LedgerEntry } from '../../src/model/ledger.ts'
import { AT, aLedger, anEntry, manyEntries, moment, scenario } from './guard-scenarios.ts'

function anItem(name: string, overrides: Partial<FeedItem> = {}): FeedItem {
  return {
    id: `https://old.site/?p=${name}`,
    link: `https://old.site/2020/05/${name}/`,
    published: moment('2026-01-01'),
    ...overrides,
  }
}

function rebuild(entries: readonly LedgerEntry[], items: readonly FeedItem[], feedItems = 30): Rebuilt {
  const begun = aLedger(entries)
  const feed = {
    items: feedItems,
    bytes: 250_000,
    content: 'full' as const,
    deltas: false,
    tombstoneDays: 30,
  }
  const { publication } = scenario(undefined, begun, { site: { feed } })
  return rebuildLedger({ publication, begun, items, at: AT })
}

describe('rebuildLedger', () => {
  it('keeps the ids of the feed exactly, its moments, and the last part of each link', () => {
    const entries = [anEntry('a', { path: '2020-05-03-old-name.md', published: moment('2026-01-02') })]
    const item = anItem('old-name', { updated: moment('2026-03-01') })
    const { ledger, matched } = rebuild(entries, [item])
    expect(matched).toEqual([item])
    expect(ledger.entries).toMatchObject([
      {
        ...{ id: 'https://old.site/?p=old-name', slug: 'old-name', path: '2020-05-03-old-name.md' },
        ...{ published: moment('2026-01-01'), dated: moment('2026-01-02'), updated: moment('2026-03-01') },
      },
    ])
  })

  it('keeps the slug of the folder where the link ends in none, or in that of another', () => {
    const entries = [anEntry('a', { path: 'Not_A_Slug.md' }), anEntry('b', { path: 'c.md' }), anEntry('c')]
    const { ledger } = rebuild(entries, [
      anItem('Not_A_Slug'),
      { ...anItem('c'), id: 'tag:news.site,2026:b' },
    ])
    expect(ledger.entries.map(({ path, slug }) => [path, slug])).toEqual([
      ['Not_A_Slug.md', 'a'],
      ['c.md', 'b'],
    ])
  })

  it.each([
    ['64f0c1', {}, '64f0c1'],
    ['old.site?p=12', {}, 'old.site?p=12'],
    ['https://old.site/p/e\u0301', {}, 'https://old.site/p/e\u0301'],
    ['tag:news.site,2024:id:64%20f0', {}, 'tag:news.site,2024:id:64%20f0'],
    ['tag:news.site,2024:id:64%20f0', { isAtom: true }, '64 f0'],
    ['tag:news.site,2024:id:64 f0', { isAtom: true }, 'tag:news.site,2024:id:64 f0'],
    ['tag:old.site,2024:id:64%20f0', { isAtom: true }, 'tag:old.site,2024:id:64%20f0'],
  ])('takes over the id %s of a feed %j', (id, overrides, kept) => {
    const { ledger, refused } = rebuild([anEntry('a')], [anItem('a', { id, ...overrides })])
    expect([ledger.entries.map((entry) => entry.id), refused]).toEqual([[kept], []])
  })

  it('makes the same Atom ids as the feed has, in another year', () => {
    const item = anItem('a', { id: 'tag:news.site,2024:id:64%20f0', isAtom: true })
    const { ledger } = rebuild([anEntry('a')], [item])
    expect(atomId(ledger, ledger.entries[0]?.id ?? '')).toBe(item.id)
  })

  it('leaves out an id that no feed can have, and tells it', () => {
    const item = anItem('a', { id: '64\nf0c1' })
    const { ledger, refused, matched } = rebuild([anEntry('a')], [item])
    expect([ledger.entries, refused, matched]).toEqual([[], [item], []])
  })

  it('tells what has no counterpart, each way', () => {
    const { unmatched, fresh } = rebuild([anEntry('a'), anEntry('b')], [anItem('a'), anItem('z')])
    expect(unmatched.map(({ link }) => link)).toEqual(['https://old.site/2020/05/z/'])
    expect(fresh.map(({ path }) => path)).toEqual(['b.md'])
  })

  it('takes what is older than the feed for known', () => {
    const entries = manyEntries(10)
    const items = entries.slice(5).map((entry) => anItem(entry.slug, { published: entry.published }))
    const { archived, fresh, ledger } = rebuild(entries, items, 5)
    expect([archived.length, fresh.length, ledger.entries.length]).toEqual([5, 0, 10])
  })

  it('tells which of them our feed holds as well, and leaves no date to stop at', () => {
    const entries = manyEntries(10)
    const items = entries.slice(5).map((entry) => anItem(entry.slug, { published: entry.published }))
    const { archived, fresh, resurfacing, ledger } = rebuild(entries, items, 8)
    expect([archived.length, fresh.length, resurfacing.length]).toEqual([5, 0, 3])
    expect(guardLedger(scenario(ledger, ledger))).toEqual([])
  })

  it('takes nothing for known where no item tells its date', () => {
    const { archived, fresh } = rebuild(
      [
        anEntry('a', { published: moment('2026-03-01') }),
        anEntry('b'),
        anEntry('c', { published: moment('2026-04-01') }),
      ],
      [{ id: 'https://old.site/?p=a', link: 'https://old.site/a' }],
    )
    expect([archived.map(({ path }) => path), fresh.map(({ path }) => path)]).toEqual([['b.md'], ['c.md']])
  })

  it('gives each article its own moment of update', () => {
    const entries = [anEntry('a'), anEntry('b')]
    const { ledger } = rebuild(entries, [anItem('a'), anItem('b')])
    expect(new Set(ledger.entries.map(({ updated }) => updated)).size).toBe(2)
  })

  it('has an item published by now, whatever its clock said', () => {
    const entries = [anEntry('a', { published: moment('2026-07-01') })]
    const { ledger } = rebuild(entries, [anItem('a', { published: moment('2026-08-01') })])
    expect(ledger.entries[0]?.published).toBe(AT)
  })

  it('leaves nothing unread and nothing to stop at', () => {
    const entries = manyEntries(40)
    const items = entries.map((entry) => anItem(entry.slug, { published: entry.published }))
    const { ledger } = rebuild(entries, items)
    const after = aLedger(
      ledger.entries.map((entry) => ({ ...entry })),
      ledger.feed,
    )
    const context = scenario(ledger, after)
    expect(unreadItems(context.publication, ledger, AT)).toEqual([])
    expect(guardLedger(context)).toEqual([])
  })
})
