import { execFileSync } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findLinkTarget } from '../../src/node/files/link-target.ts'
import { readFolder } from '../../src/node/files/read-folder.ts'
import { Newsroom } from '../support/newsroom.ts'
import { runCommand } from '../support/run-script.ts'

const SECRET = 'do-not-publish-me-4711'
const SECRET_PICTURE = Buffer.from(`GIF89a\x01\0\x01\0\0\0\0;${SECRET}`, 'latin1')

/** What a folder of articles may hold that leads out of it, or has no end: what is made, and as what it is named. */
const WAYS_OUT: readonly (readonly [string, (room: Newsroom) => void])[] = [
  ['x.md', ({ seeds }) => symlinkSync('../secret.md', join(seeds, 'x.md'))],
  ['y.html', ({ folder, seeds }) => symlinkSync(join(folder, 'secret.md'), join(seeds, 'y.html'))],
  ['p.gif', ({ seeds }) => symlinkSync('../secret.gif', join(seeds, 'p.gif'))],
  ['table.csv', ({ seeds }) => symlinkSync('../secret.md', join(seeds, 'table.csv'))],
  ['song.mp3', ({ seeds }) => symlinkSync('../secret.gif', join(seeds, 'song.mp3'))],
  ['folder', ({ seeds }) => symlinkSync('..', join(seeds, 'folder'))],
  ['folder.md', ({ seeds }) => symlinkSync('..', join(seeds, 'folder.md'))],
  ['site.yaml', ({ seeds }) => replace(join(seeds, 'site.yaml'), '../secret.yaml')],
  ['ledger.json', ({ seeds }) => symlinkSync('../secret.json', join(seeds, 'ledger.json'))],
  ['environ.txt', ({ seeds }) => symlinkSync('/proc/self/environ', join(seeds, 'environ.txt'))],
  ['root.md', ({ seeds }) => symlinkSync('/proc/self/root/etc/passwd', join(seeds, 'root.md'))],
  ['zero.md', ({ seeds }) => symlinkSync('/dev/zero', join(seeds, 'zero.md'))],
  ['pipe.md', ({ seeds }) => execFileSync('mkfifo', [join(seeds, 'pipe.md')])],
  ['pipe.gif', ({ seeds }) => execFileSync('mkfifo', [join(seeds, 'pipe.gif')])],
  [
    'chain.md',
    ({ seeds }) => {
      symlinkSync('_middle', join(seeds, 'chain.md'))
      symlinkSync('../secret.md', join(seeds, '_middle'))
    },
  ],
  [
    'through.md',
    ({ seeds }) => {
      symlinkSync('..', join(seeds, '_way'))
      symlinkSync('_way/secret.md', join(seeds, 'through.md'))
    },
  ],
  [
    'config.txt',
    ({ seeds }) => {
      mkdirSync(join(seeds, '.git'))
      writeFileSync(join(seeds, '.git/config'), SECRET)
      symlinkSync('.git/config', join(seeds, 'config.txt'))
    },
  ],
]

function replace(path: string, target: string): void {
  rmSync(path, { force: true })
  symlinkSync(target, path)
}

/** A folder with two articles, and secrets beside it. */
function aRoom(): Newsroom {
  const room = new Newsroom()
  room.article('a')
  room.write('b.md', '---\ntitle: B\ndate: 2026-01-11\n---\n![A picture](p.gif)\n')
  writeFileSync(join(room.folder, 'secret.md'), `---\ntitle: Secret\ndate: 2026-01-01\n---\n${SECRET}\n`)
  writeFileSync(join(room.folder, 'secret.gif'), SECRET_PICTURE)
  writeFileSync(join(room.folder, 'secret.yaml'), `title: ${SECRET}\nurl: https://news.site\n`)
  writeFileSync(join(room.folder, 'secret.json'), `{"secret":"${SECRET}"}`)
  return room
}

describe('a folder of articles', () => {
  it.each(WAYS_OUT.map(([name, make]) => ({ name, make })))(
    'refuses and names $name, and reads nothing of what it leads to',
    async ({ name, make }) => {
      const room = aRoom()
      make(room)
      const { seeds, ignored, problems } = await readFolder(room.seeds)
      expect(problems).toMatchObject([{ severity: 'error', path: name, line: 1, column: 1 }])
      expect(problems[0]?.message).toMatch(/Put a (?:copy of what it leads to|file) in its place/)
      expect(seeds.map(({ path }) => path)).not.toContain(name)
      expect(seeds.map(({ bytes }) => Buffer.from(bytes).toString()).join()).not.toContain(SECRET)
      expect(ignored).toEqual([])
    },
  )

  it('is the world to every command: each names all ways out, publishes nothing and writes nothing out of it', async () => {
    const room = aRoom()
    for (const [, make] of WAYS_OUT) make(room)
    const outside = () => readFileSync(join(room.folder, 'secret.json'), 'utf8')
    const outcomes = [
      await room.build('2026-02-01'),
      await room.build('2026-02-01', '--local'),
      await room.check('2026-02-01'),
      // In a process apart, which sees even less of what lies out of it.
      await runCommand('build', ['--seeds', room.seeds, '--out', room.out], { A_TOKEN: 'x' }),
    ]
    for (const { status, stdout, stderr } of outcomes) {
      expect(status).toBe(1)
      for (const [name, , told = name] of WAYS_OUT)
        expect(stderr).toContain(`${room.seeds}/${told}:1:1 error `)
      expect(stdout + stderr).not.toContain(SECRET)
    }
    for (const more of [[], ['--write-over']]) {
      const { status, stdout, stderr } = await room.ledgerCommand('begin', ...more)
      expect([status, stdout]).toEqual([1, ''])
      expect(stderr).toMatch(/ledger\.json: This is a link out of the folder/)
    }
    expect(existsSync(room.out)).toBe(false)
    expect(outside()).toBe(`{"secret":"${SECRET}"}`)
  })

  it('is written to nowhere else: a ledger that is a link out of it, also to nothing, is not written through', async () => {
    const room = aRoom()
    symlinkSync('../new.json', join(room.seeds, 'ledger.json'))
    const args = ['--publish', '--accept', '--seeds', room.seeds, '--out', room.out]
    for (const { status, stderr } of [
      await room.build('2026-02-01', '--accept'),
      await runCommand('build', args, { A_TOKEN: 'x' }),
      await room.ledgerCommand('begin'),
    ]) {
      expect(status).toBe(1)
      expect(stderr).toMatch(/^error .*ledger\.json: This is a link out of the folder of articles/m)
    }
    expect([existsSync(join(room.folder, 'new.json')), existsSync(room.out)]).toEqual([false, false])
  })

  it('may itself be named through a link, or by a path that leads round', async () => {
    const room = aRoom()
    symlinkSync('seeds', join(room.folder, 'link'))
    symlinkSync('a.md', join(room.seeds, 'c.md'))
    for (const path of ['link', 'link/.', 'link/../seeds']) {
      const { seeds, problems } = await readFolder(join(room.folder, path))
      expect(seeds.map((seed) => seed.path)).toEqual(['a.md', 'b.md', 'c.md', 'site.yaml'])
      expect(problems).toEqual([])
    }
  })

  it('holds a link that goes out and comes in again', async () => {
    const room = aRoom()
    symlinkSync('seeds/a.md', join(room.folder, 'outer'))
    symlinkSync('../outer', join(room.seeds, 'c.md'))
    const root = realpathSync(room.seeds)
    expect(findLinkTarget(root, join(root, 'c.md'))).toEqual({ kind: 'file', file: join(root, 'a.md') })
  })

  it('ignores by name what it would not read from anywhere', async () => {
    const room = aRoom()
    symlinkSync('a.md', join(room.seeds, 'table.csv'))
    execFileSync('mkfifo', [join(room.seeds, 'socket')])
    const { ignored, problems } = await readFolder(room.seeds)
    expect([ignored, problems]).toEqual([['socket', 'table.csv'], []])
  })

  it('tells of texts that are too large without reading them', async () => {
    const room = aRoom()
    const large = { 'huge.md': 2_000_000, 'ledger.json': 200_000_000, 'site.yaml': 64_000 }
    for (const path of Object.keys(large)) {
      room.write(path, '')
      truncateSync(join(room.seeds, path), 5_000_000_000)
    }
    for (const { status, stderr } of [await room.build('2026-02-01'), await room.check('2026-02-01')]) {
      expect(status).toBe(1)
      for (const [path, most] of Object.entries(large)) {
        const told = `The file has 5000000000 bytes; at most ${most} are read. `
        expect(stderr).toContain(`${room.seeds}/${path}:1:1 error ${told}`)
      }
      expect(stderr).not.toContain('The ledger is lost')
    }
    const { stderr } = await room.ledgerCommand('begin')
    expect(stderr).toMatch(
      /^error .*ledger\.json: The file has 5000000000 bytes; at most 200000000 are read\./,
    )
  })

  it('tells of a picture that is too large the same in every command', async () => {
    const room = aRoom()
    writeFileSync(join(room.seeds, 'p.gif'), SECRET_PICTURE)
    truncateSync(join(room.seeds, 'p.gif'), 30_000_000)
    const told = `${room.seeds}/p.gif error The picture is 30 MB; at most 24 MB can be published. Make it smaller.`
    const outcomes = [
      await room.build('2026-02-01'),
      await room.build('2026-02-01', '--local'),
      await room.check('2026-02-01'),
      await room.ledgerCommand('begin'),
    ]
    for (const { status, stderr } of outcomes) {
      expect(status).toBe(1)
      expect(stderr.split('\n')[0]).toBe(told)
    }
  })

  it('runs nothing that the configuration of its own .git names', async () => {
    const room = aRoom()
    const ran = join(room.folder, 'ran')
    await room.build('2026-02-01', '--accept')
    await room.git('init')
    await room.git('add', '.')
    await room.git('commit', '-m', 'x')
    room.write('.gitattributes', '* diff=x filter=x\n')
    for (const name of [
      'core.fsmonitor',
      'core.pager',
      'diff.x.textconv',
      'diff.external',
      'filter.x.smudge',
    ])
      await room.git('config', name, `touch ${ran}-${name};`)
    await room.git('config', 'remote.origin.url', `ext::touch ${ran}-ext`)
    await room.git('config', 'protocol.ext.allow', 'always')
    await room.git('config', 'remote.origin.promisor', 'true')
    room.article('c')
    expect((await room.build('2026-02-02', '--accept')).status).toBe(0)
    // Gone from the folder, and its bytes from the repository, so that git would have to fetch them.
    room.remove('ledger.json')
    const { stdout } = await room.git('rev-parse', 'HEAD:./ledger.json')
    rmSync(join(room.seeds, '.git/objects', stdout.slice(0, 2), stdout.trim().slice(2)))
    expect((await room.build('2026-02-03', '--accept')).stderr).toContain('The ledger is lost')
    expect(readdirSync(room.folder).filter((name) => name.startsWith('ran'))).toEqual([])
  })
})

describe('the folder of a bundle', () => {
  it('is not written to through a link in the place of its packs or files', async () => {
    const room = new Newsroom()
    room.article('a')
    mkdirSync(join(room.folder, 'precious/keys'), { recursive: true })
    writeFileSync(join(room.folder, 'precious/keys/a'), SECRET)
    writeFileSync(join(room.folder, 'precious/b'), SECRET)
    mkdirSync(room.out)
    symlinkSync('../precious/keys', join(room.out, 'packs'))
    const refused = await room.build('2026-02-01')
    expect(refused.status).toBe(1)
    expect(refused.stderr).toContain(`${room.out}/packs is a link, and nothing is written through it`)
    rmSync(join(room.out, 'packs'))
    for (const name of ['release.bin', 'hot.bin']) symlinkSync('../precious/b', join(room.out, name))
    expect((await room.build('2026-02-01')).status).toBe(0)
    expect(lstatSync(join(room.out, 'release.bin')).isFile()).toBe(true)
    for (const path of ['keys/a', 'b'])
      expect(readFileSync(join(room.folder, 'precious', path), 'utf8')).toBe(SECRET)
  })
})
