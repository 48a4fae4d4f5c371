import { describe, expect, it } from 'vitest'
import { withoutDateLine } from '../../src/content/prose/date-line.ts'

const WORDS = 'The council meets on Monday. It will vote.\n'

describe('withoutDateLine()', () => {
  it.each([
    ['date 2026-02-01\n\n', '\n\n'],
    ['date: 2026-02-01T10:00:00Z\n', '\n'],
    ['2026-02-01\n\n', '\n\n'],
    ['2026-02-01 – ', ''],
    ['1 February 2026\n\n', '\n\n'],
    ['Sunday, 1 February 2026.\n', '\n'],
    ['The council\n1 February 2026\n\n', 'The council\n\n\n'],
  ])('cuts %j', (before, left) => {
    expect(withoutDateLine(before + WORDS)).toBe(left + WORDS)
  })

  it.each([
    ['On 1 February 2026 the council met. '],
    ['The council\nIt met on 1 February 2026.\n'],
    ['The council\nIt met.\nAnd again.\n1 February 2026\n'],
    [''],
  ])('leaves %j', (before) => {
    expect(withoutDateLine(before + WORDS)).toBe(before + WORDS)
  })
})
