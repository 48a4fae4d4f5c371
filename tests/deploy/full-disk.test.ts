import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Newsroom } from '../support/newsroom.ts'
import { type Outcome, run } from '../support/run-script.ts'

const BUILD = [join(import.meta.dirname, '../../scripts/strillone.ts'), 'build', '--publish']

/** Text that no compressor makes smaller, the same at each run. */
function noise(seed: string, lines: number): string {
  const hash = (line: number) => createHash('sha256').update(`${seed} ${line}`).digest('hex')
  return Array.from({ length: lines }, (_, line) => hash(line)).join('\n')
}

/** A folder that is published, and has one article more since. */
async function aNewsroom(): Promise<Newsroom> {
  const room = new Newsroom()
  const write = (name: string, lines: number) =>
    room.write(`${name}.md`, `---\ntitle: About ${name}\ndate: 2026-01-10\n---\n${noise(name, lines)}\n`)
  for (let number = 0; number < 20; number += 1) write(`n${number}`, 300)
  expect((await room.build('2026-02-01')).status).toBe(0)
  write('another', 1)
  return room
}

/** Runs the build of a room in bash after some preparation, in words of bash. */
function buildAfter(room: Newsroom, prepare: string): Promise<Outcome> {
  const args = ['--seeds', room.seeds, '--out', room.out, '--at', '2026-02-02T12:00:00Z']
  return run('bash', ['-c', `${prepare}; exec "$0" "$@"`, process.execPath, ...BUILD, ...args])
}

/** The files of the bundle and the ledger with their bytes, and whatever else is there. */
function published(room: Newsroom): Readonly<Record<string, string>> {
  const files = readdirSync(room.folder, { withFileTypes: true, recursive: true }).filter((each) =>
    each.isFile(),
  )
  const paths = files
    .map(({ name, parentPath }) => join(parentPath, name))
    .filter((path) => !path.endsWith('.md'))
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(path, 'base64')]))
}

/** Whether this machine lets a process have a file system of its own. */
const MAY_MOUNT = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0

describe('npm run build on a full disk', () => {
  it.each([
    ['packs', 'other', ['out']],
    ['the ledger and the release', 'out', ['seeds/ledger.json', 'out']],
  ])(
    'leaves all as it was, at whatever size files may not grow further: %s',
    async (_what, rehearsed, refused) => {
      const room = await aNewsroom()
      // So everything is made already, and little is to be remembered.
      const other = ['--out', join(room.folder, rehearsed)]
      expect((await room.tryBuild('2026-02-02', ...other)).status).toBe(0)
      const before = published(room)
      const named = new Set<string>()
      // Kilobytes: the ledger has a few, packs and what rides along some hundreds.
      for (const most of [0, 2, 16, 128, 300, 2000]) {
        const { status, stderr } = await buildAfter(room, `ulimit -f ${most}`)
        if (status === 0) break
        expect(stderr).toMatch(/^error Cannot write .*: file too large\. /m)
        expect(published(room)).toEqual(before)
        named.add(/Cannot write(?: to)? (\S+):/.exec(stderr)?.[1] ?? '')
      }
      expect([...named]).toEqual(refused.map((path) => join(room.folder, path)))
      expect((await buildAfter(room, 'true')).status).toBe(0)
      expect(room.ledger?.entries).toHaveLength(21)
    },
    600_000,
  )

  it('leaves all as it was where nothing can be put aside while it is made', async () => {
    const room = await aNewsroom()
    const before = published(room)
    const { status, stderr } = await buildAfter(room, 'ulimit -f 0')
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/^error Cannot keep what is made in \S+: file too large\./),
    ])
    expect(published(room)).toEqual(before)
    expect((await buildAfter(room, 'true')).status).toBe(0)
  })

  it.skipIf(!MAY_MOUNT).each([
    ['seeds', /Cannot write \S*ledger\.json: no space left on device\./],
    ['out', /Cannot write to \S*out: no space left on device\./],
    ['out/packs', /Cannot write to \S*out: no space left on device\./],
  ])(
    'leaves all as it was where the disk of %s is full (skipped where no file system may be mounted)',
    async (path, told) => {
      const room = await aNewsroom()
      const before = published(room)
      const full = join(room.folder, path)
      const copy = join(room.folder, 'copy')
      // A disk of its own, with what was there and no room for anything else.
      const mount = `cp -a "${full}" "${copy}" && mount -t tmpfs -o size=8m none "${full}" && cp -a "${copy}/." "${full}"`
      const fill = `dd if=/dev/zero of="${full}/.full" status=none 2>/dev/null`
      const build = [process.execPath, ...BUILD, '--seeds', room.seeds, '--out', room.out]
      const isSame = `diff -r --exclude=.full "${full}" "${copy}"`
      const look = `status=$?; ${isSame} || status=99; rm -r "${copy}"; exit $status`
      const script = `${mount}; ${fill}; "$@"; ${look}`
      const at = ['--at', '2026-02-02T12:00:00Z']
      const { status, stderr } = await run('unshare', ['-rm', 'bash', '-c', script, 'bash', ...build, ...at])
      expect([status, stderr]).toEqual([1, expect.stringMatching(told)])
      expect(published(room)).toEqual(before)
    },
    240_000,
  )
})
