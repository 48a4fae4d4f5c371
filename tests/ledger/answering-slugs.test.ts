import { describe, expect, it } from 'vitest'
import { answeringSlugs, listWithdrawals } from '../../src/ledger/answering-slugs.ts'
import type { Slug } from '../../src/model/article.ts'
import type { Instant } from '../../src/model/instant.ts'
import { anEntryOf, day } from './an-entry.ts'

const slugs = (...names: string[]) => names as readonly string[] as readonly Slug[]

const AT = day(10)

describe('answeringSlugs()', () => {
  it('leaves a slug to who had it until the article that will have it is shown', () => {
    const coming = anEntryOf('b', { published: day(20) })
    const answering = (at: Instant) =>
      answeringSlugs([anEntryOf('a', { formerSlugs: slugs('b') }), coming], at).get(anEntryOf('a').id)
    expect([answering(AT), answering(day(20))]).toEqual([['b'], []])
  })

  it('does not leave it where that one expires before its date', () => {
    const never = anEntryOf('b', { dated: day(20), expires: day(15) })
    expect([...answeringSlugs([anEntryOf('a', { formerSlugs: slugs('b') }), never], AT).values()][0]).toEqual(
      [],
    )
  })

  it('leaves a former slug out that another article is called by now', () => {
    const answering = answeringSlugs([anEntryOf('a', { formerSlugs: slugs('b', 'c') }), anEntryOf('b')], AT)
    expect([...answering.values()]).toEqual([['c'], []])
  })

  it('gives a slug that two articles had to one of them', () => {
    const answering = answeringSlugs(
      [anEntryOf('b', { formerSlugs: slugs('x') }), anEntryOf('a', { formerSlugs: slugs('x', 'y') })],
      AT,
    )
    expect(Object.fromEntries(answering)).toEqual({
      [anEntryOf('a').id]: ['x', 'y'],
      [anEntryOf('b').id]: [],
    })
  })
})

describe('listWithdrawals()', () => {
  it('names what is withdrawn with all slugs that no living article answers to', () => {
    const gone = anEntryOf('a', { formerSlugs: slugs('b', 'c', 'd'), withdrawn: day(2) })
    expect(listWithdrawals([gone, anEntryOf('b', { formerSlugs: slugs('c') })], AT)).toEqual([
      { id: gone.id, slugs: ['a', 'd'], withdrawn: day(2) },
    ])
  })
})
