import { describe, expect, it } from 'vitest'
import type { Problem } from '../../../src/model/problem.ts'
import { countProblems, groupProblems } from '../../../src/node/cli/group-problems.ts'

const aProblem = (severity: Problem['severity'], number: number, message: string): Problem => ({
  severity,
  path: `${number}.md`,
  line: 2,
  message,
})

describe('groupProblems', () => {
  it('tells once what 2,000 files have in common, and errors last', () => {
    const unknown = Array.from({ length: 2000 }, (_, index) =>
      aProblem('warning', index, 'There is no key "mood".'),
    )
    const error = aProblem('error', 7, 'There is no date.')
    const stop = aProblem('stop', 9, 'It would be posted again.')
    const groups = groupProblems([error, ...unknown, stop])
    expect(groups.map(({ first, others }) => [first.path, first.severity, others.length])).toEqual([
      ['0.md', 'warning', 1999],
      ['9.md', 'stop', 0],
      ['7.md', 'error', 0],
    ])
  })

  it('tells a few one by one, and each stop and error', () => {
    const few = [1, 2, 3].map((number) => aProblem('warning', number, 'x'))
    const errors = [1, 2, 3, 4].map((number) => aProblem('error', number, 'x'))
    expect(groupProblems([...few, ...errors]).map(({ others }) => others.length)).toEqual([
      0, 0, 0, 0, 0, 0, 0,
    ])
  })

  it('loses none', () => {
    const problems = Array.from({ length: 50 }, (_, index) =>
      aProblem((['error', 'stop', 'warning'] as const)[index % 3] ?? 'stop', index, `m${index % 7}`),
    )
    const told = groupProblems(problems).flatMap(({ first, others }) => [first, ...others])
    expect(new Set(told)).toEqual(new Set(problems))
    expect(told).toHaveLength(problems.length)
  })
})

describe('countProblems', () => {
  it('counts by severity, the worst first, and the files', () => {
    const problems = [aProblem('warning', 1, 'a'), aProblem('error', 1, 'b'), aProblem('warning', 2, 'c')]
    expect(countProblems(problems)).toBe('1 error, 2 warnings in 2 files')
    expect(countProblems([aProblem('stop', 1, 'a')])).toBe('1 stop in 1 file')
  })
})
