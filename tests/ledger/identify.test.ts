import { describe, expect, it } from 'vitest'
import type { Candidate } from '../../src/ledger/candidate.ts'
import { identify } from '../../src/ledger/identify.ts'
import type { Slug } from '../../src/model/article.ts'
import { instant } from '../../src/model/instant.ts'
import type { LedgerEntry } from '../../src/model/ledger.ts'
import { aBasis, aCandidateOf, anEntryOf, day, digestOf } from './an-entry.ts'

const AT = day(10)
const edited = { digest: digestOf('other words') }

/** What becomes of the entry of the article `a`, whose file says this now. */
function next(candidate: Partial<Candidate>, before: Partial<LedgerEntry> = {}): LedgerEntry | undefined {
  return identify([aCandidateOf('a', candidate)], aBasis(anEntryOf('a', before)), AT).entries[0]
}

const slugs = (...names: string[]) => names as readonly string[] as readonly Slug[]

describe('identify()', () => {
  it('leaves an entry alone of which nothing has changed', () => {
    expect(next({})).toEqual(anEntryOf('a'))
  })

  it('takes up the digest of a text without calling that a change', () => {
    const text = digestOf('a text').slice(0, 16)
    expect(next({ text })).toEqual(anEntryOf('a', { text }))
  })

  it('lets an article with another id answer where the one before it did', () => {
    const before = anEntryOf('a', { slug: slugs('old')[0] as Slug, formerSlugs: slugs('older') })
    const { entries } = identify([aCandidateOf('a', { id: 'z' })], aBasis(before), AT)
    expect(entries).toMatchObject([
      { id: 'tag:example.org,2026:a', withdrawn: AT },
      { id: 'z', slug: 'old', formerSlugs: ['older'] },
    ])
  })

  it('mints the id of a new article under the ledger', () => {
    const basis = { authority: 'old.example', year: 2020, terms: [], entries: [] }
    const { entries } = identify([aCandidateOf('a'), aCandidateOf('b', { id: 'bees' })], basis, AT)
    expect(entries.map(({ id }) => id)).toEqual(['bees', 'tag:old.example,2020:a'])
  })

  it('gives a new article no id that another has had', () => {
    const gone = anEntryOf('a', { withdrawn: day(2) })
    const other = aCandidateOf('a', { slug: 'z' as Slug, date: day(9), ...edited })
    expect(identify([other], aBasis(gone), AT).found.get('a.md')?.id).toBe('tag:example.org,2026:a~2')
  })

  it('dates a new article and its update as its writer does, even ahead', () => {
    expect(identify([aCandidateOf('a', { date: day(20) })], aBasis(), AT).entries[0]).toMatchObject({
      published: day(20),
      updated: day(20),
      changed: AT,
    })
  })

  it('keeps the slug whatever is made of the title', () => {
    expect(next({ slug: 'z' as Slug })).toEqual(anEntryOf('a'))
  })

  it('takes a slug that the writer gives, and keeps the one that was shown', () => {
    expect(next({ slug: 'z' as Slug, slugIsWritten: true })).toMatchObject({
      slug: 'z',
      formerSlugs: ['a'],
      changed: AT,
    })
  })

  it('forgets a slug that nobody was shown', () => {
    const written = { slug: 'z' as Slug, slugIsWritten: true, date: day(20) }
    expect(next(written, { published: day(20) })).toMatchObject({ slug: 'z', formerSlugs: [] })
  })

  it('takes a slug back', () => {
    const before = { slug: 'z' as Slug, formerSlugs: slugs('a', 'b') }
    expect(next({ slugIsWritten: true }, before)).toMatchObject({ slug: 'a', formerSlugs: ['b', 'z'] })
  })

  it('gives a former slug to the article that is shown under it', () => {
    const entries = [anEntryOf('a', { formerSlugs: slugs('c', 'z') }), anEntryOf('b')]
    const candidates = [aCandidateOf('a'), aCandidateOf('b', { slug: 'z' as Slug, slugIsWritten: true })]
    expect(identify(candidates, aBasis(...entries), AT).entries).toMatchObject([
      { formerSlugs: ['c'], changed: AT },
      { slug: 'z', formerSlugs: ['b'] },
    ])
  })

  it('keeps a former slug as long as the article that will have it is not shown', () => {
    const entries = [anEntryOf('a', { formerSlugs: slugs('z') }), anEntryOf('b', { published: day(20) })]
    const later = aCandidateOf('b', { slug: 'z' as Slug, slugIsWritten: true, date: day(20) })
    expect(identify([aCandidateOf('a'), later], aBasis(...entries), AT).entries[0]?.formerSlugs).toEqual([
      'z',
    ])
  })

  it('keeps the first publication of what has been shown', () => {
    expect(next({ date: day(5) })).toMatchObject({ published: day(1), dated: day(5), updated: day(5) })
    expect(next({ date: day(20) })).toMatchObject({ published: day(1), dated: day(20), told: day(20) })
  })

  it('follows the date of what is still to come', () => {
    const before = { published: day(20), updated: day(20) }
    expect(next({ date: day(15) }, before)).toMatchObject({ published: day(15), updated: day(15) })
    expect(next({ date: day(5) }, before)).toMatchObject({ published: day(5), updated: day(5) })
    expect(next({ date: day(15) }, before)?.dated).toBeUndefined()
  })

  it('keeps the update of what was only dated ahead for a while, and moves it with its words', () => {
    const before = { dated: day(20), updated: day(3), told: day(20) }
    expect(next({}, before)).toMatchObject({ updated: day(3) })
    expect(next({}, before)?.told).toBeUndefined()
    expect(next(edited, before)).toMatchObject({ updated: AT })
    expect(next(edited, { ...before, updated: day(20) })).toMatchObject({ updated: AT })
  })

  it('keeps what was told where a newcomer wants the same moment', () => {
    const basis = aBasis(anEntryOf('b', { told: day(5) }))
    const candidates = [aCandidateOf('a', { date: day(5) }), aCandidateOf('b', { updated: day(5) })]
    const { updated } = identify(candidates, basis, AT)
    expect([updated.get('a.md'), updated.get('b.md')]).toEqual([day(5) + 1, day(5)])
  })

  it('keeps what was told where that was only kept apart from another that is gone', () => {
    const before = anEntryOf('b', { told: instant(day(5) + 1) })
    const { entries } = identify([aCandidateOf('b', { updated: day(5) })], aBasis(before), AT)
    expect(entries).toEqual([before])
  })

  it('notes a change of what the writer tells', () => {
    expect(next({ updated: day(3) })).toMatchObject({ told: day(3), changed: AT })
    expect(next({}, { told: day(3) })).toMatchObject({ changed: AT })
  })

  it('gives a former slug to the article that was shown under it before its own changed', () => {
    const entries = [anEntryOf('a', { formerSlugs: slugs('z') }), anEntryOf('b', { slug: 'z' as Slug })]
    const candidates = [aCandidateOf('a'), aCandidateOf('b', { slug: 'y' as Slug, slugIsWritten: true })]
    expect(identify(candidates, aBasis(...entries), AT).entries).toMatchObject([
      { formerSlugs: [] },
      { slug: 'y', formerSlugs: ['z'] },
    ])
  })

  it('takes another folder, which may tell the section, for a change', () => {
    expect(next({ path: 'news/a.md' })).toMatchObject({ changed: AT })
  })

  it('moves the update once where words have changed', () => {
    const moved = next(edited)
    expect(moved).toMatchObject({ updated: AT, changed: AT })
    const again = identify([aCandidateOf('a', edited)], aBasis(...(moved ? [moved] : [])), day(11))
    expect(again.entries).toEqual([moved])
  })

  it('does not move the update of what nobody has seen', () => {
    const before = { published: day(20), updated: day(20) }
    expect(next({ date: day(20), ...edited }, before)).toMatchObject({ updated: day(20), changed: AT })
  })

  it('tells the update that the writer tells, and keeps its own', () => {
    const { found, updated } = identify(
      [aCandidateOf('a', { updated: day(3), ...edited })],
      aBasis(anEntryOf('a')),
      AT,
    )
    expect([found.get('a.md')?.updated, updated.get('a.md')]).toEqual([AT, day(3)])
  })

  it('tells no update before the date', () => {
    const { updated } = identify([aCandidateOf('a', { updated: day(1), date: day(3) })], aBasis(), AT)
    expect(updated.get('a.md')).toBe(day(3))
  })

  it('keeps updates apart, and those that are known where they are', () => {
    const basis = aBasis(anEntryOf('c'), anEntryOf('d', { updated: AT }))
    const { entries } = identify(
      [aCandidateOf('a'), aCandidateOf('b'), aCandidateOf('c', edited), aCandidateOf('d')],
      basis,
      AT,
    )
    expect(entries.map(({ updated }) => updated)).toEqual([day(1), day(1) + 1, AT + 1, AT])
  })

  it('keeps the updates apart that writers tell', () => {
    const candidates = ['a', 'b', 'c'].map((name) =>
      aCandidateOf(name, name === 'c' ? {} : { updated: day(1) }),
    )
    expect(Object.fromEntries(identify(candidates, aBasis(), AT).updated)).toEqual({
      'a.md': day(1),
      'b.md': day(1) + 1,
      'c.md': day(1) + 2,
    })
  })

  it.each([
    ['expires', { expires: day(30) }],
    ['inFeeds', { inFeeds: false }],
  ])('notes a change of %s', (_what, change) => {
    expect(next(change)).toMatchObject({ ...change, changed: AT, updated: day(1) })
  })

  it('takes another path for no change', () => {
    expect(next({ path: 'z.md' })).toEqual(anEntryOf('a', { path: 'z.md' }))
  })

  it('withdraws what is not there any more, once', () => {
    const first = identify([], aBasis(anEntryOf('a')), AT)
    expect(first.entries).toEqual([anEntryOf('a', { withdrawn: AT, changed: AT })])
    expect(identify([], aBasis(...first.entries), day(11)).entries).toEqual(first.entries)
  })

  it('drops what nobody was shown', () => {
    expect(identify([], aBasis(anEntryOf('a', { published: day(20) })), AT).entries).toEqual([])
  })

  it('puts back what was withdrawn', () => {
    expect(next({}, { withdrawn: day(3), changed: day(3) })).toEqual(anEntryOf('a', { changed: AT }))
  })

  it('gives two new articles of one name one id, which is for others to tell', () => {
    const candidates = [aCandidateOf('a'), aCandidateOf('a', { path: 'a/index.md' })]
    expect(identify(candidates, aBasis(), AT).entries.map(({ id }) => id)).toEqual([
      'tag:example.org,2026:a',
      'tag:example.org,2026:a',
    ])
  })
})
