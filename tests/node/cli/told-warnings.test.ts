import { describe, expect, it } from 'vitest'
import type { Problem } from '../../../src/model/problem.ts'
import { ToldWarnings } from '../../../src/node/cli/told-warnings.ts'

const warning = (message: string, line = 1): Problem => ({ severity: 'warning', path: 'a.md', line, message })
const stop: Problem = { severity: 'stop', path: 'a.md', message: 'S' }
const error: Problem = { severity: 'error', path: 'a.md', message: 'E' }

/** The problems of one build after another, and what is told of each: messages, and the rest. */
const DAYS: readonly (readonly [string, readonly (readonly [readonly Problem[], string])[]])[] = [
  [
    'once, not with every build',
    [
      [[warning('A'), warning('B')], 'A B'],
      [[warning('A'), warning('B')], '2 warnings as before'],
      [[warning('A')], '1 warning as before, 1 went'],
      [[warning('A')], '1 warning as before'],
      [[], '1 went'],
      [[], ''],
    ],
  ],
  [
    'again where it has come back',
    [
      [[warning('A')], 'A'],
      [[], '1 went'],
      [[warning('A')], 'A'],
    ],
  ],
  [
    'once, wherever its line goes',
    [
      [[warning('A', 3)], 'A'],
      [[warning('A', 9), warning('B', 3)], 'B 1 warning as before'],
    ],
  ],
  [
    'once, past an error, which is told each time',
    [
      [[warning('A'), warning('B')], 'A B'],
      [[error, warning('A')], 'E 1 warning as before'],
      [[error], 'E'],
      [[warning('A'), warning('B')], '2 warnings as before'],
    ],
  ],
  [
    'once, as is a stop that stops nothing here',
    [
      [[stop], 'S'],
      [[stop], '1 warning as before'],
    ],
  ],
]

describe('ToldWarnings', () => {
  it.each(DAYS)('tells a warning %s', (_, builds) => {
    const told = new ToldWarnings()
    for (const [problems, expected] of builds) {
      const news = told.tell(problems)
      expect([...news.problems.map(({ message }) => message), ...news.rest].join(' ')).toBe(expected)
    }
  })
})
