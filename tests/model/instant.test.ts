import { describe, expect, it } from 'vitest'
import { FIRST_INSTANT, formatHttpDate, formatRfc3339, instant } from '../../src/model/instant.ts'

describe('instant', () => {
  it('takes every moment of the years 1 to 9999', () => {
    expect(formatRfc3339(FIRST_INSTANT)).toBe('0001-01-01T00:00:00.000Z')
    expect(formatRfc3339(instant(Date.parse('9999-12-31T23:59:59.999Z')))).toBe('9999-12-31T23:59:59.999Z')
    expect(formatHttpDate(instant(Date.UTC(1965, 4, 5, 12)))).toBe('Wed, 05 May 1965 12:00:00 GMT')
  })

  it.each([FIRST_INSTANT - 1, Date.UTC(10_000, 0, 1), Number.NaN, 0.5, Number.POSITIVE_INFINITY])(
    'throws for %d',
    (value) => {
      expect(() => instant(value)).toThrow(RangeError)
    },
  )
})
