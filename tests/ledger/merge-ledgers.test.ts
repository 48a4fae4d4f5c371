import { describe, expect, it } from 'vitest'
import { mergeLedgers } from '../../src/ledger/merge-ledgers.ts'
import { renderOutdated, tellMerging } from '../../src/ledger/tell-merging.ts'
import type { Slug } from '../../src/model/article.ts'
import type { Ledger, LedgerEntry } from '../../src/model/ledger.ts'
import { inManyRounds } from '../support/rounds.ts'
import { anEntryOf, day } from './an-entry.ts'
import { anyLedger } from './any-entry.ts'

function aLedger(entries: readonly LedgerEntry[], overrides: Partial<Ledger> = {}): Ledger {
  const feed = { url: 'https://news.site', title: 'News', language: 'en' }
  return { authority: 'news.site', year: 2026, feed, changed: day(1), terms: [], entries, ...overrides }
}

const OLD = anEntryOf('a')
const MOVED = anEntryOf('a', { slug: 'b' as Slug, formerSlugs: ['a' as Slug], changed: day(2) })
const EDITED = anEntryOf('a', { kept: { date: day(9) } })
const RENAMED = anEntryOf('a', { path: 'z.md' })
const SCHEDULED = anEntryOf('s', { published: day(20), updated: day(20) })
const OTHER = anEntryOf('o')

/** The ledger beside the articles, the carried ones, what they come to, and what is told. */
const CASES: readonly (readonly [
  string,
  LedgerEntry[] | undefined,
  LedgerEntry[][],
  LedgerEntry[],
  Partial<ReturnType<typeof mergeLedgers>>,
])[] = [
  ['nothing live', [OLD], [], [OLD], {}],
  ['nothing beside the articles', undefined, [[MOVED]], [MOVED], { outdated: [OLD.id] }],
  ['an older line here', [OLD], [[MOVED]], [MOVED], { outdated: [OLD.id] }],
  ['a newer line here', [MOVED], [[OLD]], [MOVED], {}],
  ['a line that was edited here', [EDITED], [[OLD]], [EDITED], { contradicted: [OLD.id] }],
  [
    'a file that was renamed since, which changes no moment',
    [OLD],
    [[RENAMED]],
    [RENAMED],
    { outdated: [OLD.id] },
  ],
  [
    'an edited line of a file that was renamed since',
    [EDITED],
    [[RENAMED]],
    [{ ...EDITED, path: 'z.md' }],
    { contradicted: [OLD.id] },
  ],
  ['a published article that is only here', [OLD, OTHER], [[OLD]], [OLD, OTHER], {}],
  ['a scheduled article that is only here: it was dropped', [OLD, SCHEDULED], [[OLD]], [OLD], {}],
  [
    'a scheduled article that is only live',
    [OLD],
    [[OLD, SCHEDULED]],
    [OLD, SCHEDULED],
    { outdated: [SCHEDULED.id] },
  ],
  [
    'a newer version before one that was rolled back to',
    undefined,
    [[RENAMED], [OLD]],
    [RENAMED],
    { outdated: [OLD.id] },
  ],
  [
    'versions that each have an article',
    undefined,
    [[OLD], [OTHER]],
    [OLD, OTHER],
    { outdated: [OLD.id, OTHER.id] },
  ],
]

describe('mergeLedgers()', () => {
  it.each(CASES)('with %s', (_, file, carried, entries, told) => {
    const merged = mergeLedgers({
      file: file && aLedger(file),
      carried: carried.map((each) => aLedger(each)),
    })
    expect(merged.ledger?.entries).toEqual(entries)
    expect(merged).toMatchObject({ contradicted: [], divided: [], outdated: [], ...told })
  })

  it('tells of an article to which two versions gave two addresses', () => {
    const b = { ...MOVED, slug: 'b' as Slug, changed: day(2) }
    const c = { ...MOVED, slug: 'c' as Slug, changed: day(3) }
    const merged = mergeLedgers({ carried: [aLedger([b]), aLedger([c])] })
    expect(merged.ledger?.entries).toMatchObject([{ slug: 'c', formerSlugs: ['a', 'b'] }])
    expect(merged.divided).toEqual([OLD.id])
    expect(mergeLedgers({ carried: [aLedger([MOVED]), aLedger([OLD])] }).divided).toEqual([])
    expect(tellMerging(merged)).toMatchObject([{ severity: 'warning', path: 'ledger.json' }])
  })

  const PLACEHOLDER = { url: 'https://news.example', title: 'News', language: 'en' }
  it.each([
    ['the samples', { authority: 'strillone.example', feed: PLACEHOLDER }],
    ['somebody else’s site', { authority: 'upstream.site' }],
    ['the same site under a placeholder', { feed: PLACEHOLDER }],
  ])('ignores the lines of %s beside the articles, and tells of them', (_, overrides) => {
    const merged = mergeLedgers({ file: aLedger([OTHER], overrides), carried: [aLedger([OLD])] })
    expect(merged.ledger).toEqual(aLedger([OLD]))
    expect(tellMerging(merged)).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('another site') },
    ])
    expect(renderOutdated(merged, 1)).toEqual([])
  })

  it('ignores what was live under a placeholder before', () => {
    const before = aLedger([OTHER], { authority: 'strillone.example', feed: PLACEHOLDER })
    expect(mergeLedgers({ carried: [before, aLedger([OLD])] }).ledger).toEqual(aLedger([OLD]))
    expect(mergeLedgers({ file: aLedger([OLD]), carried: [before] }).ledger).toEqual(aLedger([OLD]))
  })

  it('loses no id and no address of one authority, and is the same again', async () => {
    await inManyRounds((dice) => {
      const ledgers = [anyLedger(dice), anyLedger(dice), anyLedger(dice)].map((each) => ({
        ...each,
        authority: 'example.org',
        feed: { ...each.feed, url: 'https://news.site' },
        entries: each.entries.filter(({ published, changed }) => published <= changed),
      }))
      const [file, ...carried] = ledgers
      const { ledger } = mergeLedgers({ file, carried })
      for (const { id, slug, formerSlugs } of ledgers.flatMap(({ entries }) => entries)) {
        const entry = ledger?.entries.find((each) => each.id === id)
        expect([entry?.slug, ...(entry?.formerSlugs ?? [])]).toEqual(
          expect.arrayContaining([slug, ...formerSlugs]),
        )
      }
      expect(ledger && mergeLedgers({ file: ledger, carried: [ledger] }).ledger).toEqual(ledger)
    }, 100)
  })
})
