import { describe, expect, it } from 'vitest'
import { momentOfChange, nextSecond, timeBy } from '../../src/ledger/ledger-time.ts'
import { instant, LAST_INSTANT } from '../../src/model/instant.ts'
import { aBasis, anEntryOf, day } from './an-entry.ts'

const ledger = aBasis(anEntryOf('a', { changed: day(8) }), anEntryOf('b', { changed: day(5) }))

describe('momentOfChange()', () => {
  it('is that of the build, once the ledger is older', () => {
    expect([momentOfChange(ledger, day(9)), momentOfChange(undefined, day(9))]).toEqual([day(9), day(9)])
  })

  it('is a second after the latest change where the clock is not past that', () => {
    for (const at of [day(1), day(8), instant(day(8) + 999)])
      expect(momentOfChange(ledger, at)).toBe(day(8) + 1000)
    expect(momentOfChange({ ...ledger, changed: day(10) }, day(9))).toBe(day(10) + 1000)
  })
})

describe('timeBy()', () => {
  it('is never before the latest change', () => {
    expect([timeBy(ledger, day(1)), timeBy(ledger, day(9)), timeBy(undefined, day(1))]).toEqual([
      day(8),
      day(9),
      day(1),
    ])
  })
})

describe('nextSecond()', () => {
  it('begins a second, before 1970 too, and ends with time', () => {
    expect(nextSecond(instant(-1))).toBe(0)
    expect(nextSecond(instant(1999))).toBe(2000)
    expect(nextSecond(instant(LAST_INSTANT))).toBe(LAST_INSTANT)
  })
})
