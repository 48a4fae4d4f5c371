import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { MOST_ATTRIBUTES, MOST_DEPTH, MOST_FIELD, MOST_RUN, READ_LIMITS } from '../src/import/limits.ts'
import { codeIn, tableUnder } from './support/markdown-table.ts'
import { Newsroom } from './support/newsroom.ts'

const ROOT = join(import.meta.dirname, '..')
const PAGE = readFileSync(join(ROOT, 'docs/ledger.md'), 'utf8')

/** The numbers of a cell, as they are written: `1 GB`, `5,000`. */
function numbersIn(cell = ''): readonly number[] {
  const units: Readonly<Record<string, number>> = {
    GB: 1e9,
    MB: 1e6,
    million: 1e6,
    minutes: 60_000,
    seconds: 1000,
  }
  return [...cell.matchAll(/(\d[\d,]*)(?: (\w+))?/g)].map(
    ([, digits = '', unit = '']) => Number(digits.replaceAll(',', '')) * (units[unit] ?? 1),
  )
}

it('docs/ledger.md tells of every guard, and of no other', () => {
  const told = tableUnder(PAGE, '| check | it stops because | how to mend it |').map(
    ([check]) => codeIn(check)[0],
  )
  const guards = readdirSync(join(ROOT, 'src/ledger/guards')).map((name) => name.replace(/\.ts$/, ''))
  expect(told.toSorted()).toEqual(guards.filter((name) => name !== 'guard-context').toSorted())
})

/** What needs no account, as a test runs it. The others are in tests/deploy/any-builder.test.ts. */
const WITHOUT_ACCOUNT: ReadonlyMap<string, (room: Newsroom) => Promise<unknown>> = new Map([
  ['npm run build', (room: Newsroom) => room.tryBuild('2026-02-01')],
  ['npm run check', (room: Newsroom) => room.check('2026-02-01')],
  ['npm run build -- --publish', (room: Newsroom) => room.build('2026-02-01')],
])

it('docs/ledger.md tells which command writes the ledger beside the articles', async () => {
  const rows = tableUnder(PAGE, '| what you do | beside the articles | in the version |')
  const written: string[] = []
  for (const [commands, beside = ''] of rows) {
    for (const command of codeIn(commands)) {
      const room = new Newsroom()
      room.article('a')
      await WITHOUT_ACCOUNT.get(command)?.(room)
      if (room.hasLedger) written.push(command)
      if (WITHOUT_ACCOUNT.has(command))
        expect([command, beside.startsWith('is written')]).toEqual([command, room.hasLedger])
    }
  }
  expect(written).toEqual(['npm run build -- --publish'])
})

it('docs/ledger.md tells how much is read of a feed', () => {
  const { mostBytes, mostItems, mostCharacters, mostPages, mostRedirects } = READ_LIMITS
  expect(tableUnder(PAGE, '| of | at most |').map(([, most]) => numbersIn(most))).toEqual([
    [mostBytes, mostBytes, mostItems, mostCharacters, mostPages, READ_LIMITS.totalMilliseconds],
    [mostRedirects, READ_LIMITS.idleMilliseconds],
    [MOST_DEPTH, MOST_ATTRIBUTES, MOST_RUN],
    [MOST_FIELD],
  ])
})
