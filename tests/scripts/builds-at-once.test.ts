import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readBuiltRelease } from '../../src/node/cloudflare/built-release.ts'
import { listPackKeys } from '../../src/node/files/pack-folder.ts'
import { claimBundle } from '../../src/node/files/write-bundle.ts'
import { Newsroom } from '../support/newsroom.ts'
import { type Outcome, runCommand } from '../support/run-script.ts'

/** What a command may say beside success: who is in its way. */
const NAMES_THE_OTHER =
  /^error (Another build (writes|has written) to .*|.*ledger\.json was changed while this was built, by another build or by hand.*)$/m

/** A minute and a half on a machine of two cores that has much else to do, and five times that. */
const SLOW = 480_000

const AT = ['--at', '2026-02-01T12:00:00Z']

type Command = (room: Newsroom) => Promise<Outcome>

const build: Command = ({ seeds, out }) =>
  runCommand('build', ['--publish', '--seeds', seeds, '--out', out, ...AT])
const check: Command = ({ seeds }) => runCommand('check', ['--seeds', seeds, ...AT])
const begin: Command = ({ seeds }) => runCommand('ledger', ['begin', '--write-over', '--seeds', seeds])
/** What `npm start` does at a change, into a folder of its own; it remembers in the same place as the build. */
const trial: Command = ({ seeds, folder }) =>
  runCommand('build', ['--seeds', seeds, '--out', join(folder, 'local'), '--local', ...AT])

/** Files that only a command that runs may have. */
function leftovers(room: Newsroom): readonly string[] {
  const files = readdirSync(room.folder, { recursive: true, encoding: 'utf8' })
  return files.filter((path) => /\.(?:part|claim)$/.test(path))
}

/** Throws where a folder does not hold one whole release, and nothing else. */
async function assertWhole(out: string): Promise<void> {
  const { release, embedded } = await readBuiltRelease(out)
  const keys = new Set([...(await listPackKeys(out)), ...embedded.keys()])
  expect(release.packs.list().filter((key) => !keys.has(key))).toEqual([])
  expect(readdirSync(out).sort()).toEqual(['hot.bin', 'ledger.bin', 'packs', 'release.bin'])
}

function newsroom(articles: number): Newsroom {
  const room = new Newsroom()
  for (let number = 0; number < articles; number += 1) room.article(`n${number}`)
  return room
}

describe('commands at once in one folder', () => {
  it.each([
    ['three builds', [build, build, build]],
    ['a build and a check', [build, check]],
    ['a build and the beginning of a ledger', [build, begin]],
    ['a build and npm start', [build, trial, trial]],
  ] as const)(
    '%s: each succeeds or names the other, and all that is there is whole',
    async (_what, commands) => {
      const room = newsroom(5)
      for (let round = 0; round < 3; round += 1) {
        room.article(`round-${round}`)
        const outcomes = await Promise.all(commands.map((command) => command(room)))
        for (const { status, stderr } of outcomes) if (status !== 0) expect(stderr).toMatch(NAMES_THE_OTHER)
        expect(outcomes.map(({ status }) => status)).toContain(0)
        expect(leftovers(room)).toEqual([])
        expect(room.ledger?.entries).toBeDefined()
      }
      expect((await build(room)).status).toBe(0)
      await assertWhole(room.out)
      expect(room.ledger?.entries).toHaveLength(8)
    },
    SLOW,
  )

  it(
    'a build gives way to who holds the bundle, and writes neither that nor the ledger',
    async () => {
      const room = newsroom(1)
      expect((await build(room)).status).toBe(0)
      const before = room.ledgerText
      room.article('another')
      const claim = await claimBundle(room.out)
      const { status, stderr } = await build(room)
      expect([status, stderr]).toEqual([
        1,
        expect.stringContaining(`a deployment reads it: process ${process.pid}.`),
      ])
      expect(room.ledgerText).toBe(before)
      await claim.release()
      expect((await build(room)).status).toBe(0)
      await assertWhole(room.out)
    },
    SLOW,
  )

  it(
    'builds that each know another article never lose one that was remembered',
    async () => {
      const room = newsroom(1)
      expect((await build(room)).status).toBe(0)
      let known: readonly string[] = []
      for (let round = 0; round < 4; round += 1) {
        const first = build(room)
        room.article(`round-${round}`)
        const outcomes = await Promise.all([first, build(room)])
        for (const { status, stderr } of outcomes) if (status !== 0) expect(stderr).toMatch(NAMES_THE_OTHER)
        const ids = (room.ledger?.entries ?? []).map(({ id }): string => id)
        expect(ids).toEqual(expect.arrayContaining([...known]))
        known = ids
      }
      expect((await build(room)).status).toBe(0)
      expect(room.ledger?.entries.filter(({ withdrawn }) => withdrawn === undefined)).toHaveLength(5)
      await assertWhole(room.out)
    },
    SLOW,
  )
})
