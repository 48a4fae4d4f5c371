import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Part } from '../../bench/part.ts'
import { renderReport } from '../../bench/report.ts'
import { type ResultEntry, readResults, withPart, writeResults } from '../../bench/results.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const MACHINE = {
  processor: 'A processor',
  cores: 2,
  memoryGigabytes: 4,
  system: 'Linux 6',
  load: 0.5,
  node: 'v24.0.0',
  workerd: '1.0.0',
}

function anEntry(measured: string): ResultEntry {
  const targets = [{ what: 'its speed', mustReach: 'much', measured, reached: false }]
  const findings = { method: ['With care.'], targets, tables: [] }
  return { date: '2026-01-02T03:04:05.000Z', commit: 'abc1234', machine: MACHINE, findings }
}

function aPart(name: string): Part {
  const measure = async () => anEntry('').findings
  return { name, title: `The ${name}`, isLong: false, measure }
}

describe('the results', () => {
  it('are read as they were written', async () => {
    const file = join(temporaryFolder(), 'results.json')
    expect(await readResults(file)).toEqual({})
    const all = withPart(withPart({}, 'b', anEntry('1')), 'a', anEntry('2'))
    await writeResults(file, all)
    expect(await readResults(file)).toEqual(all)
  })

  it('of a part that is measured again take the place of its own alone', () => {
    const before = withPart(withPart({}, 'a', anEntry('1')), 'b', anEntry('2'))
    expect(withPart(before, 'a', anEntry('3'))).toEqual({ a: anEntry('3'), b: anEntry('2') })
  })
})

describe('renderReport()', () => {
  const report = renderReport({ fast: anEntry('little') }, [aPart('fast'), aPart('slow')])

  it('tells what was reached, when, and on what', () => {
    expect(report).toMatch(/^\| fast +\| its speed +\| much +\| little +\| \*\*no\*\* +\|$/m)
    expect(report).toContain('on 2026-01-02 at 03:04 UTC (commit abc1234): A processor, 2 cores, 4 GB')
  })

  it('says of what was never measured that it was not', () => {
    expect(report).toContain('## The slow\n\nNot measured yet: `npm run bench -- slow`.')
  })
})
