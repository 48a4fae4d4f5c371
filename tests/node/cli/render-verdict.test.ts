import { describe, expect, it } from 'vitest'
import type { Problem } from '../../../src/model/problem.ts'
import { judge, renderAccepted, renderStop } from '../../../src/node/cli/render-verdict.ts'

function problems(...severities: readonly Problem['severity'][]): readonly Problem[] {
  return severities.map((severity) => ({ severity, path: 'a.md', message: 'x' }))
}

describe('judge', () => {
  it.each([
    [['warning'], false, 'fine'],
    [['stop', 'warning'], false, 'stop'],
    [['stop', 'warning'], true, 'fine'],
    [['stop', 'error'], false, 'error'],
    [['stop', 'error'], true, 'error'],
    [[], false, 'fine'],
  ] as const)('takes %j, accepted: %s, for %s', (severities, isAccepted, verdict) => {
    expect(judge(problems(...severities), isAccepted)).toBe(verdict)
  })
})

describe('renderStop', () => {
  it('speaks of one and of several', () => {
    expect(renderStop(problems('stop', 'warning'), 'nothing was built')).toBe(
      'Stopped: 1 thing to look at above; nothing was built. Mend it, or publish it as it is with --accept.',
    )
    expect(renderStop(problems('stop', 'stop'), 'nothing was built')).toContain('2 things to look at')
  })
})

describe('renderAccepted', () => {
  it('says nothing where nothing had to be accepted', () => {
    expect(renderAccepted(problems('warning'))).toEqual([])
    expect(renderAccepted(problems('stop', 'stop'))).toEqual(['Accepted: 2 stops'])
  })
})
