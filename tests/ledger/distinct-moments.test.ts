import { describe, expect, it } from 'vitest'
import { distinctMoments } from '../../src/ledger/distinct-moments.ts'
import { instant } from '../../src/model/instant.ts'

const want = (...pairs: [key: string, moment: number][]) =>
  pairs.map(([key, moment]) => ({ key, moment: instant(moment) }))

const LAST = Date.UTC(9999, 11, 31, 23, 59, 59, 999)

describe('distinctMoments()', () => {
  it('puts those that want one moment a millisecond apart, in the order in which they are given', () => {
    expect([...distinctMoments([], want(['b', 10], ['a', 10], ['c', 9]))]).toEqual([
      ['c', 9],
      ['b', 10],
      ['a', 11],
    ])
  })

  it('leaves those alone that have their moments', () => {
    expect([...distinctMoments(want(['a', 10], ['b', 12]), want(['c', 10], ['d', 10]))]).toEqual([
      ['a', 10],
      ['b', 12],
      ['c', 11],
      ['d', 13],
    ])
  })

  it('moves the second of two that have the same', () => {
    expect([...distinctMoments(want(['a', 10], ['b', 10]), [])]).toEqual([
      ['a', 10],
      ['b', 11],
    ])
  })

  it('gives the last moment as often as need be', () => {
    expect([...distinctMoments([], want(['a', LAST], ['b', LAST])).values()]).toEqual([LAST, LAST])
  })
})
