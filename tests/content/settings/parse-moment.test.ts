import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { parseMoment } from '../../../src/content/settings/parse-moment.ts'

const read = (text: string, timezone = 'Europe/Rome') => {
  const parsed = parseMoment(text, timezone)
  return 'moment' in parsed ? new Date(parsed.moment).toISOString() : parsed.message
}

describe('parseMoment()', () => {
  it.each([
    ['2025-12-28', '2025-12-28T11:00:00.000Z'],
    ['2025-07-28', '2025-07-28T10:00:00.000Z'],
    ['2025-1-5', '2025-01-05T11:00:00.000Z'],
    ['2025/01/05', '2025-01-05T11:00:00.000Z'],
    ['2025-12-28 10:00', '2025-12-28T09:00:00.000Z'],
    ['2025-12-28T10:00:30', '2025-12-28T09:00:30.000Z'],
    ['2025-12-28T10:00:00.250Z', '2025-12-28T10:00:00.250Z'],
    ['2025-12-28T10:00:00+01:00', '2025-12-28T09:00:00.000Z'],
    ['2025-12-28 10:00:00 +0100', '2025-12-28T09:00:00.000Z'],
    ['2025-12-28 10:00:00 -03:30', '2025-12-28T13:30:00.000Z'],
    ['2025-12-28 10:00:00 UTC', '2025-12-28T10:00:00.000Z'],
    ['Sun, 28 Dec 2025 10:00:00 GMT', '2025-12-28T10:00:00.000Z'],
    ['28 Dec 2025 10:00 EST', '2025-12-28T15:00:00.000Z'],
    ['28 dicembre 2025', '2025-12-28T11:00:00.000Z'],
    ['Jul 08 2022', '2022-07-08T10:00:00.000Z'],
    ['December 28, 2025', '2025-12-28T11:00:00.000Z'],
  ])('reads %s', (text, moment) => {
    expect(read(text)).toBe(moment)
  })

  it.each([
    ['Pacific/Auckland', '2025-12-27T23:00:00.000Z'],
    ['America/New_York', '2025-12-28T17:00:00.000Z'],
    ['UTC', '2025-12-28T12:00:00.000Z'],
  ])("takes noon in the site's zone: %s", (timezone, moment) => {
    expect(read('2025-12-28', timezone)).toBe(moment)
  })

  it('goes on where clocks are put forward', () => {
    expect(read('2025-03-30 02:30')).toBe('2025-03-30T01:30:00.000Z')
  })

  it('takes the first of two where clocks are put back', () => {
    expect(read('2025-10-26 02:30')).toBe('2025-10-26T00:30:00.000Z')
  })

  it.each([
    ['31 febbraio', 'no such day. Write it as 2026-02-28.'],
    ['31 febbraio 2026', 'no such day. Write it as 2026-02-28.'],
    ['2025-02-31', 'no such day. Write it as 2025-02-28.'],
    ['2025-13-01', 'no such day. Write it as 2025-12-01.'],
    ['Mon, 31 Feb 2025 10:00:00 GMT', 'no such day. Write it as 2025-02-28.'],
    ['2025-01-01 25:00', 'no such time. Write it as 2025-01-01T10:00:00+01:00.'],
    ['25 dicembre', 'its year is missing. Write it as 2026-02-28.'],
    ['domani', 'it names no day that can be told for sure. Write it as 2026-02-28.'],
    ['05/01/2025', 'it names no day that can be told for sure. Write it as 2026-02-28.'],
    ['28 Dec 25 10:00:00 GMT', 'it names no day that can be told for sure. Write it as 2026-02-28.'],
    ['1766923200', 'it names no day that can be told for sure. Write it as 2026-02-28.'],
    ['2025-01-01 10:00 +99:00', 'it names no day that can be told for sure. Write it as 2026-02-28.'],
  ])('refuses %s', (text, reason) => {
    expect(read(text)).toBe(`Cannot read the date "${text}": ${reason}`)
  })

  it('takes what has an offset for what a calendar says it is', () => {
    const upTo = (most: number) =>
      fc.oneof(fc.integer({ min: 0, max: most }), fc.constantFrom(0, 1, most - 1, most))
    const parts = fc.record({
      year: fc.oneof(fc.constantFrom(0, 1, 99, 100, 1900, 2000, 9999), fc.integer({ min: 0, max: 9999 })),
      ...{ month: upTo(14), day: upTo(32), hour: upTo(25), minute: upTo(61), second: upTo(61) },
      millisecond: fc.constantFrom(0, 1, 999),
      offset: fc.constantFrom('Z', '+00:00', '+01:00', '-03:30', '+14:00', '-23:59', '+23:59', undefined),
    })
    const two = (number: number, digits = 2) => String(number).padStart(digits, '0')
    fc.assert(
      fc.property(parts, ({ offset, ...written }) => {
        const { year, month, day, hour, minute, second, millisecond } = written
        const date = `${two(year, 4)}-${two(month)}-${two(day)}`
        const text = `${date}T${two(hour)}:${two(minute)}:${two(second)}.${two(millisecond, 3)}${offset ?? ''}`
        let expected: string | undefined
        try {
          const local = Temporal.PlainDateTime.from(written, { overflow: 'reject' })
          const moment = local.toZonedDateTime('UTC').epochMilliseconds - minutesOf(offset) * 60_000
          const told = new Date(moment).toISOString()
          // RFC 3339 has no years but those from 1 to 9999.
          if (/^\d/.test(told) && !told.startsWith('0000')) expected = told
        } catch (cause) {
          if (!(cause instanceof RangeError)) throw cause
        }
        if (expected === undefined) expect(read(text, 'UTC')).toMatch(/^Cannot read the date/)
        else expect(read(text, 'UTC')).toBe(expected)
      }),
      { numRuns: 5000 },
    )
  })
})

function minutesOf(offset = 'Z'): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(offset) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0))
}
