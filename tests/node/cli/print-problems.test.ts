import { describe, expect, it } from 'vitest'
import type { Problem } from '../../../src/model/problem.ts'
import { plainLine } from '../../../src/node/cli/print.ts'
import { renderExcerpt, renderProblem } from '../../../src/node/cli/print-problems.ts'

const PROBLEM: Problem = {
  severity: 'error',
  path: 'articles/x.md',
  line: 3,
  column: 7,
  message: 'Cannot read the date "31 febbraio": no such day. Write it as 2026-02-28.',
}

describe('renderProblem', () => {
  it('tells file, line and column before what is wrong', () => {
    expect(plainLine(renderProblem(PROBLEM, 'seeds/'))).toBe(
      'seeds/articles/x.md:3:7 error Cannot read the date "31 febbraio": no such day. Write it as 2026-02-28.',
    )
  })

  it('leaves out a place that is not known', () => {
    const whole: Problem = { severity: 'warning', path: 'site.yaml', message: 'There is none.' }
    expect(plainLine(renderProblem(whole, 'seeds'))).toBe('seeds/site.yaml warning There is none.')
  })
})

describe('renderExcerpt', () => {
  it('marks the column below the line', () => {
    expect(renderExcerpt(PROBLEM, '---\r\ntitle: x\r\ndate: 31 febbraio\r\n')).toEqual([
      '    3 | date: 31 febbraio',
      '              ^',
    ])
  })

  it('cuts a long line, and marks nothing beyond the cut', () => {
    const excerpt = renderExcerpt({ ...PROBLEM, line: 1, column: 400 }, 'x'.repeat(500))
    expect(excerpt).toEqual([`    1 | ${'x'.repeat(160)}`])
  })

  it('gives nothing for a line that there is not', () => {
    expect(renderExcerpt({ ...PROBLEM, line: 9 }, 'x')).toBeUndefined()
    expect(renderExcerpt({ severity: 'error', path: 'x', message: 'y' }, 'x')).toBeUndefined()
  })
})
