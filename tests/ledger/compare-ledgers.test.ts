import { describe, expect, it } from 'vitest'
import { compareLedgers } from '../../src/ledger/compare-ledgers.ts'
import type { Ledger, LedgerEntry } from '../../src/model/ledger.ts'
import { AT, aLedger, anEntry, moment, slugs } from './guard-scenarios.ts'

/** The kind and the path of each change. */
function changes(before: Ledger | undefined, after: Ledger): readonly string[] {
  return compareLedgers(before, after).articles.map(({ kind, entry }) => `${kind} ${entry.path}`)
}

function change(overrides: Partial<LedgerEntry>): readonly string[] {
  return changes(aLedger([anEntry('a')]), aLedger([anEntry('a', { changed: AT, ...overrides })]))
}

describe('compareLedgers', () => {
  it('finds nothing between a ledger and itself', () => {
    const ledger = aLedger([anEntry('a'), anEntry('b', { withdrawn: AT })])
    expect(compareLedgers(ledger, ledger)).toEqual({ articles: [], feed: [] })
  })

  it('takes all for new where there was no ledger', () => {
    expect(changes(undefined, aLedger([anEntry('a'), anEntry('b')]))).toEqual(['new a.md', 'new b.md'])
  })

  it.each([
    ['updated', { digest: 'd2' }],
    ['moved', { slug: slugs('z')[0], formerSlugs: slugs('a') }],
    ['dated', { dated: moment('2026-01-02') }],
    ['limited', { expires: moment('2027-01-02') }],
    ['postponed', { dated: moment('2026-12-25') }],
    ['expired', { expires: moment('2026-05-31') }],
    ['unlisted', { inFeeds: false }],
    ['withdrawn', { withdrawn: AT }],
  ])('finds what is %s', (kind, overrides) => {
    expect(change(overrides as Partial<LedgerEntry>)).toEqual([`${kind} a.md`])
  })

  it('finds what is restored and taken into feeds', () => {
    const before = aLedger([anEntry('a', { withdrawn: AT }), anEntry('b', { inFeeds: false })])
    expect(changes(before, aLedger([anEntry('a'), anEntry('b')]))).toEqual(['restored a.md', 'listed b.md'])
  })

  it('finds what is shown again after it had expired, or been postponed', () => {
    const gone = [
      anEntry('a', { expires: moment('2026-02-01') }),
      anEntry('b', { dated: moment('2026-12-25') }),
    ]
    const back = [
      anEntry('a', { changed: AT, expires: moment('2027-02-01') }),
      anEntry('b', { changed: AT, dated: moment('2026-02-02') }),
    ]
    expect(changes(aLedger(gone), aLedger(back))).toEqual(['restored a.md', 'restored b.md'])
  })

  it('takes what is scheduled and shown earlier for dated anew', () => {
    const before = aLedger([anEntry('a', { published: moment('2026-07-01') })])
    expect(changes(before, aLedger([anEntry('a', { changed: AT })]))).toEqual(['dated a.md'])
  })

  it('marks what is withdrawn to be a draft', () => {
    const after = aLedger([anEntry('a', { withdrawn: AT, changed: AT })])
    const told = (drafts: readonly string[]) =>
      compareLedgers(aLedger([anEntry('a')]), after, drafts).articles.map(({ isDraft }) => isDraft)
    expect([told(['a.md']), told([])]).toEqual([[true], [false]])
  })

  it('tells two things of an article to which both happen', () => {
    expect(change({ digest: 'd2', slug: slugs('z')[0] as LedgerEntry['slug'] })).toEqual([
      'updated a.md',
      'moved a.md',
    ])
  })

  it('takes a file that was merely renamed for no change', () => {
    expect(change({ path: 'z.md' })).toEqual([])
  })

  it('finds what was dropped before it was shown', () => {
    const scheduled = anEntry('a', { published: moment('2026-07-01') })
    expect(changes(aLedger([scheduled]), aLedger([]))).toEqual(['dropped a.md'])
  })

  it('marks what is not shown yet', () => {
    const after = aLedger([
      anEntry('a', { changed: AT }),
      anEntry('b', { changed: AT, published: moment('2026-07-01') }),
    ])
    expect(compareLedgers(undefined, after).articles.map(({ isScheduled }) => isScheduled)).toEqual([
      false,
      true,
    ])
  })

  it('names what the feed says anew', () => {
    const after = aLedger([], { title: 'Other', url: 'https://other.site' })
    expect(compareLedgers(aLedger([]), after).feed).toEqual(['url', 'title'])
  })
})
