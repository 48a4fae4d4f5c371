import { describe, expect, it } from 'vitest'
import { answeringSlugs, listWithdrawals } from '../../src/ledger/answering-slugs.ts'
import type { Slug } from '../../src/model/article.ts'
import { anEntryOf, day } from './an-entry.ts'

const slugs = (...names: string[]) => names as readonly string[] as readonly Slug[]

describe('answeringSlugs()', () => {
  it('leaves a former slug out that another article is called by now', () => {
    const answering = answeringSlugs([anEntryOf('a', { formerSlugs: slugs('b', 'c') }), anEntryOf('b')])
    expect([...answering.values()]).toEqual([['c'], []])
  })

  it('gives a slug that two articles had to one of them', () => {
    const answering = answeringSlugs([
      anEntryOf('b', { formerSlugs: slugs('x') }),
      anEntryOf('a', { formerSlugs: slugs('x', 'y') }),
    ])
    expect(Object.fromEntries(answering)).toEqual({
      [anEntryOf('a').id]: ['x', 'y'],
      [anEntryOf('b').id]: [],
    })
  })
})

describe('listWithdrawals()', () => {
  it('names what is withdrawn with all slugs that no living article answers to', () => {
    const gone = anEntryOf('a', { formerSlugs: slugs('b', 'c', 'd'), withdrawn: day(2) })
    expect(listWithdrawals([gone, anEntryOf('b', { formerSlugs: slugs('c') })])).toEqual([
      { id: gone.id, slugs: ['a', 'd'], withdrawn: day(2) },
    ])
  })
})
