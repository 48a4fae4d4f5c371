import { execFileSync } from 'node:child_process'
import { symlinkSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Newsroom } from '../support/newsroom.ts'
import type { Outcome } from '../support/run-script.ts'

/** A kind of problem: how a folder comes to have it, and what is told of it. */
interface Case {
  readonly name: string
  readonly make: (room: Newsroom) => void
  readonly told: readonly RegExp[]
  /** Whether there are stops, which are warnings where nobody can be harmed. */
  readonly hasStops?: boolean
  /** Whether all of it is about the ledger, or about what it remembers. */
  readonly isOfLedger?: boolean
}

const CASES: readonly Case[] = [
  {
    name: 'errors of content',
    make: (room) => {
      room.write('undated.md', 'No date.\n')
      room.article('mistaken', '31 febbraio')
      room.article('shown', '2026-01-10', 'image: large.gif\n')
      room.write('large.gif', Buffer.from('GIF89a'))
      truncateSync(join(room.seeds, 'large.gif'), 30_000_000)
      room.write('long.md', '')
      truncateSync(join(room.seeds, 'long.md'), 3_000_000)
      room.write('latin.md', Buffer.from('---\ntitle: Caffè\ndate: 2026-01-01\n---\n', 'latin1'))
    },
    told: [
      /undated\.md:1:1 error There is no date/,
      /mistaken\.md:3:7 error Cannot read the date/,
      /large\.gif error The picture is 30 MB/,
      /long\.md:1:1 error The file has 3000000 bytes/,
      /latin\.md:.*error .*UTF-8/,
    ],
  },
  {
    name: 'errors of files that cannot be read',
    make: (room) => {
      symlinkSync('/etc/hostname', join(room.seeds, 'outside.md'))
      execFileSync('mkfifo', [join(room.seeds, 'pipe.md')])
    },
    told: [/outside\.md:1:1 error This is a link out/, /pipe\.md:1:1 error This is a pipe/],
  },
  {
    name: 'warnings, and stops of content',
    make: (room) => {
      for (const name of ['one', 'two']) room.article(name, '2026-01-10', 'translationKey: same\n')
      room.write('linking.md', '---\ntitle: A\ndate: 2026-01-10\n---\n[b](gone.md)\n')
    },
    told: [/one\.md:4:17 warning /, /linking\.md:5:5 stop "gone\.md" leads to no/],
    hasStops: true,
  },
  {
    name: 'stops',
    make: (room) => {
      room.write('site.yaml', 'title: Other\nurl: https://news.site\nlanguage: en\n')
      room.article('known', '2026-12-25')
    },
    told: [/site\.yaml:1:8 stop The title/, /known\.md:3:7 stop The date 2026-12-25/],
    isOfLedger: true,
  },
  {
    name: 'errors of the ledger',
    make: (room) =>
      room.write('ledger.json', room.ledgerText.replace('"slug":"about-known"', '"slug":"A b"')),
    told: [/ledger\.json:\d+:\d+ error /],
    isOfLedger: true,
  },
]

/** The lines of an outcome that tell of problems; of these severities only. */
function problemsIn({ stderr }: Outcome, ...severities: readonly string[]): readonly string[] {
  // A stop may be a warning elsewhere, and then stands higher.
  return stderr
    .split('\n')
    .filter((line) => severities.some((each) => line.includes(` ${each} `)))
    .toSorted()
}

describe('whatever one command tells, every command tells in the same words', () => {
  it.each(CASES)('$name', async ({ make, told, hasStops = false, isOfLedger = false }) => {
    const room = new Newsroom()
    room.article('known')
    await room.build('2026-02-01')
    make(room)
    const all = ['error', 'stop', 'warning']
    const check = problemsIn(await room.check('2026-02-02'), ...all)
    for (const line of told) expect(check).toContainEqual(expect.stringMatching(line))
    // What a picture is like is remembered by the second command.
    expect(problemsIn(await room.check('2026-02-02'), ...all)).toEqual(check)
    expect(problemsIn(await room.tryBuild('2026-02-02'), ...all)).toEqual(check)
    if (isOfLedger) return
    // As `npm start` builds, and as a ledger is made, which tells nothing but errors.
    const local = check.map((line) => (hasStops ? line.replace(' stop ', ' warning ') : line))
    expect(problemsIn(await room.build('2026-02-02', '--local'), ...all)).toEqual(local)
    const errors = check.filter((line) => line.includes(' error '))
    expect(problemsIn(await room.ledgerCommand('begin', '--write-over'), 'error')).toEqual(errors.toSorted())
  })
})
