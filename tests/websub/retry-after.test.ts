import { describe, expect, it } from 'vitest'
import { instant } from '../../src/model/instant.ts'
import { parseRetryAfter } from '../../src/node/live/ping-hubs.ts'

const NOW = instant(Date.UTC(2026, 1, 28, 11, 0, 0))

describe('parseRetryAfter', () => {
  const cases: readonly (readonly [string | null, number])[] = [
    ['0', 0],
    ['7', 7000],
    ['60', 60_000],
    ['61', 60_000],
    ['99999999999999999999', 60_000],
    ['Sat, 28 Feb 2026 11:00:20 GMT', 20_000],
    ['Saturday, 28-Feb-26 11:00:20 GMT', 20_000],
    ['Sat, 28 Feb 2026 12:00:00 GMT', 60_000],
    ['Sat, 28 Feb 2026 10:00:00 GMT', 0],
    [null, 0],
    ['', 0],
    ['-5', 0],
    ['1.5', 0],
    ['soon', 0],
    ['2026-02-28T11:00:20Z', 0],
  ]
  for (const [header, milliseconds] of cases) {
    it(`reads ${header} as ${milliseconds} ms`, () => {
      expect(parseRetryAfter(header, NOW)).toBe(milliseconds)
    })
  }
})
