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
})
