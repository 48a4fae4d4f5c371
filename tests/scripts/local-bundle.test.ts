import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readBuiltRelease } from '../../src/node/cloudflare/built-release.ts'
import { bundleTexts, fileTexts } from '../support/bundle-texts.ts'
import { Newsroom } from '../support/newsroom.ts'
import { runCommand } from '../support/run-script.ts'

/** A word of what is kept back, and of nothing else. */
const SECRET = 'xyzzy'

/** What keeps an article from being published, and not from being looked at on this machine. */
const WITHHELD = [
  ['a draft', 'draft: true\n', ['--drafts']],
  ['what a build stops at', 'workflow: in review\n', []],
] as const

/** Ways in which the next build ends without a bundle of its own. */
const ENDS: readonly (readonly [string, (room: Newsroom) => void, readonly string[]])[] = [
  ['an error', (room) => room.write('b.md', '---\ntitle: B\ndate: domani\n---\nB.\n'), []],
  ['a stop', (room) => room.article('b', '2026-01-11', 'workflow: in review\n'), []],
  ['a ledger that may not change', () => {}, ['--frozen-ledger']],
  ['a folder that is not there', () => {}, ['--seeds', 'nowhere']],
]

const told = (room: Newsroom) => [...bundleTexts(room.out), ...fileTexts(room.out)].join('\n')

describe('what was built for this machine only', () => {
  it.each(ENDS)('is taken away by a build that ends with %s', async (_end, change, args) => {
    const room = new Newsroom()
    room.article('a')
    room.article(SECRET, '2026-01-10', 'draft: true\n')
    expect((await room.build('2026-02-01', '--local', '--drafts')).status).toBe(0)
    expect(told(room)).toContain(SECRET)
    await expect(readBuiltRelease(room.out)).rejects.toThrow('built for this machine only')
    room.write(`${SECRET}.md`, '---\ntitle: C\ndate: 2026-01-10\n---\nC.\n')
    change(room)
    const { status, stderr } = await room.build('2026-02-02', ...args)
    expect([status, stderr]).toEqual([1, expect.not.stringContaining('still there')])
    expect(readdirSync(room.out)).toEqual([])
  })

  it.each(WITHHELD)('is replaced by a build that succeeds: %s', async (_what, settings, options) => {
    const room = new Newsroom()
    room.article('a')
    room.article(SECRET, '2026-01-10', settings)
    await room.build('2026-02-01', '--local', ...options)
    expect(told(room)).toContain(SECRET)
    room.remove(`${SECRET}.md`)
    expect((await room.build('2026-02-02')).status).toBe(0)
    expect(told(room)).not.toContain(SECRET)
    expect((await readBuiltRelease(room.out)).release.siteUrl).toBe('https://news.site')
  })

  it('is not what a build for publication left there, nor a file of somebody else', async () => {
    const room = new Newsroom()
    room.article('a')
    await room.build('2026-02-01')
    writeFileSync(join(room.out, 'mine'), '')
    ENDS[0]?.[1](room)
    expect((await room.build('2026-02-02')).stderr).toContain('what was built before is still there')
    await room.build('2026-02-02', '--local')
    expect(existsSync(join(room.out, 'mine'))).toBe(true)
    await readBuiltRelease(room.out)
  })

  it.each([
    { WRANGLER_COMMAND: 'deploy' },
    { WRANGLER_COMMAND: 'versions upload' },
    { STRILLONE_APART: 'true' },
  ])('is not built for a deployment: %o', async (variables) => {
    const room = new Newsroom()
    room.article(SECRET, '2026-01-10', 'draft: true\n')
    const args = ['--seeds', room.seeds, '--out', room.out, '--local', '--drafts']
    const { status, stderr } = await runCommand('build', args, variables)
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^error --local cannot be published\./)])
    expect(existsSync(room.out)).toBe(false)
  })
})

describe('a preview, which is on the web', () => {
  it('stops at what may be meant to be kept back', async () => {
    const room = new Newsroom()
    room.article('a')
    room.article(SECRET, '2026-01-10', 'workflow: in review\n')
    const preview = ['--preview', '--url', 'https://preview-news.anna.workers.dev']
    const stopped = await room.build('2026-02-01', ...preview)
    expect([stopped.status, existsSync(join(room.out, 'release.bin'))]).toEqual([1, false])
    room.remove(`${SECRET}.md`)
    expect((await room.build('2026-02-01', ...preview)).status).toBe(0)
    expect(room.hasLedger).toBe(false)
  })
})
