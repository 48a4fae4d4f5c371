import { describe, expect, it } from 'vitest'
import { parseDuration } from '../../../src/content/settings/enclosure-setting.ts'

describe('parseDuration()', () => {
  it.each([
    ['0', 0],
    ['3723', 3723],
    ['62:03', 3723],
    ['1:02:03', 3723],
    ['01:02:03.5', 3723],
    ['0:00:07', 7],
    [' 7 ', 7],
  ])('reads %j', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds)
  })

  it.each(['', 'long', '1:60', '1:60:00', '-1', '1:', ':30', '1:2:3:4', '5 min', '1e3', '١'])(
    'refuses %j',
    (text) => {
      expect(parseDuration(text)).toBeUndefined()
    },
  )
})
