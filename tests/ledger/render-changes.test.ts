import { describe, expect, it } from 'vitest'
import { compareLedgers } from '../../src/ledger/compare-ledgers.ts'
import { renderChangeLine, renderChangeList } from '../../src/ledger/render-changes.ts'
import type { Ledger } from '../../src/model/ledger.ts'
import { AT, aLedger, anEntry, manyEntries, moment, slugs } from './guard-scenarios.ts'

function line(before: Ledger | undefined, after: Ledger, unread: number): string {
  return renderChangeLine(compareLedgers(before, after), unread)
}

function list(before: Ledger | undefined, after: Ledger): readonly string[] {
  return renderChangeList(compareLedgers(before, after), after.feed)
}

const BEFORE = aLedger([anEntry('a'), anEntry('b'), anEntry('c')])
const AFTER = aLedger([
  anEntry('a', { digest: 'd2', changed: AT }),
  anEntry('b', { slug: slugs('bb')[0] ?? anEntry('b').slug, formerSlugs: slugs('b'), changed: AT }),
  anEntry('c', { withdrawn: AT, changed: AT }),
  anEntry('d', { changed: AT }),
  anEntry('e', { changed: AT, published: moment('2026-07-01') }),
])

describe('renderChangeLine', () => {
  it('says that nothing changes', () => {
    expect(line(BEFORE, BEFORE, 0)).toBe('nothing changes')
  })

  it('counts each kind, and what subscribers will see', () => {
    expect(line(BEFORE, AFTER, 2)).toBe(
      '2 new (1 of them scheduled), 1 updated, 1 moved, 1 withdrawn; subscribers will see 2 unread items',
    )
  })

  it('speaks of one item in the singular, and of none', () => {
    expect(line(aLedger([]), aLedger([anEntry('a', { changed: AT })]), 1)).toBe(
      '1 new; subscribers will see 1 unread item',
    )
    const scheduled = anEntry('a', { changed: AT, published: moment('2026-07-01') })
    expect(line(aLedger([]), aLedger([scheduled]), 0)).toBe(
      '1 new (scheduled); subscribers will see no unread items',
    )
  })

  it('counts what dates and ends do', () => {
    const after = aLedger([
      anEntry('a', { dated: moment('2026-12-25'), changed: AT }),
      anEntry('b', { expires: moment('2026-05-31'), changed: AT }),
      anEntry('c', { expires: moment('2027-05-31'), changed: AT }),
    ])
    expect(line(BEFORE, after, 0)).toBe(
      '1 with another end, 1 gone until a later date, 1 expired; subscribers will see no unread items',
    )
  })

  it('tells what the feed says anew', () => {
    expect(line(BEFORE, { ...BEFORE, feed: { ...BEFORE.feed, title: 'Other' } }, 0)).toBe(
      'another title of the feed; subscribers will see no unread items',
    )
  })
})

describe('renderChangeList', () => {
  it('gives a line for each change, with its address', () => {
    expect(list(BEFORE, AFTER)).toEqual([
      'updated: a.md → https://news.site/articles/a',
      'moved: b.md → https://news.site/articles/bb, formerly https://news.site/articles/b',
      'withdrawn: c.md → https://news.site/articles/c',
      'new: d.md → https://news.site/articles/d',
      'new (scheduled): e.md → https://news.site/articles/e',
    ])
  })

  it('says until when an article is gone, and that it is a draft', () => {
    const after = aLedger([
      anEntry('a', { dated: moment('2026-12-25'), changed: AT }),
      anEntry('b', { withdrawn: AT, changed: AT }),
      anEntry('c'),
    ])
    expect(renderChangeList(compareLedgers(BEFORE, after, ['b.md']), after.feed)).toEqual([
      'gone until 2026-12-25: a.md → https://news.site/articles/a',
      'withdrawn (draft): b.md → https://news.site/articles/b',
    ])
  })

  it('gives the first of many, and counts the rest', () => {
    const lines = list(undefined, aLedger(manyEntries(100)))
    expect(lines).toHaveLength(41)
    expect(lines.at(-1)).toBe('and 60 more')
  })
})
