import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Newsroom } from '../support/newsroom.ts'
import { runCommand } from '../support/run-script.ts'

describe('npm run build, with a ledger', () => {
  it('begins one at the first publication, and tells what subscribers will see', async () => {
    const room = new Newsroom()
    room.article('a')
    room.article('b', '2026-03-01')
    const { status, stdout, stderr } = await room.build('2026-02-01')
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^2 new \(1 of them scheduled\); subscribers will see 1 unread item$/m)
    expect(room.ledger?.entries.map(({ id, slug }) => [id, slug])).toEqual([
      ['tag:news.site,2026:a', 'about-a'],
      ['tag:news.site,2026:b', 'about-b'],
    ])
  })

  it('leaves it alone, to the second of its file, where nothing changes', async () => {
    const room = new Newsroom()
    room.article('a')
    await room.build('2026-02-01')
    const { mtimeMs } = statSync(join(room.seeds, 'ledger.json'))
    const { stdout } = await room.build('2026-02-02')
    expect(stdout).toMatch(/\nnothing changes\n$/)
    expect(statSync(join(room.seeds, 'ledger.json')).mtimeMs).toBe(mtimeMs)
  })

  it('keeps id and address of an article that is renamed and given another title', async () => {
    const room = new Newsroom()
    room.article('a')
    await room.build('2026-02-01')
    const before = room.entry('a.md')
    room.remove('a.md')
    room.write('z.md', '---\ntitle: About a\ndate: 2026-01-10\n---\nThe text of a.\n')
    await room.build('2026-02-02')
    room.write('z.md', '---\ntitle: Another title\ndate: 2026-01-10\n---\nThe text of a.\n')
    const { stdout } = await room.build('2026-02-03')
    expect(stdout).toMatch(/^1 updated; subscribers will see no unread items$/m)
    const after = room.entry('z.md')
    expect([after?.id, after?.slug, after?.published]).toEqual([before?.id, before?.slug, before?.published])
  })

  it('gives a new article the same id, slug and moment on two machines at different times', async () => {
    const room = new Newsroom()
    room.article('a')
    await room.build('2026-02-01')
    const other = new Newsroom()
    cpSync(room.seeds, other.seeds, { recursive: true })
    for (const each of [room, other]) each.article('b', '2026-02-05')
    await room.build('2026-02-10')
    await other.build('2026-09-30')
    const told = [room, other].map((each) => {
      const { id, slug, published, updated } = each.entry('b.md') ?? {}
      return { id, slug, published, updated }
    })
    expect(told[0]?.id).toBe('tag:news.site,2026:b')
    expect(told[1]).toEqual(told[0])
  })

  it('survives a merge of two branches that both published', async () => {
    const room = new Newsroom()
    room.article('a')
    room.write('.gitattributes', 'ledger.json text eol=lf merge=union\n')
    await room.build('2026-02-01')
    await room.git('init', '-q')
    await room.git('add', '-A')
    await room.git('commit', '-qm', 'one')
    await room.git('checkout', '-qb', 'other')
    room.article('b')
    room.article('a', '2026-01-10', 'tags: [x]\n')
    await room.build('2026-02-02')
    await room.git('add', '-A')
    await room.git('commit', '-qm', 'two')
    await room.git('checkout', '-q', 'main')
    room.article('c')
    await room.build('2026-02-03')
    await room.git('add', '-A')
    await room.git('commit', '-qm', 'three')
    await room.git('merge', '-q', '--no-edit', 'other')
    const { status, stdout } = await room.build('2026-02-04')
    expect(status).toBe(0)
    expect(stdout).toMatch(/\nnothing changes\n$/)
    expect(room.ledger?.entries.map(({ path }) => path)).toEqual(['a.md', 'b.md', 'c.md'])
  })

  it('writes the ledger before the release', async () => {
    const room = new Newsroom()
    room.article('a')
    await room.build('2026-02-01')
    const [ledger, release] = [join(room.seeds, 'ledger.json'), join(room.out, 'release.bin')]
    expect(statSync(ledger).mtimeMs).toBeLessThanOrEqual(statSync(release).mtimeMs)
  })

  it('keeps a ledger that is a link one, and writes where it leads to in the folder', async () => {
    const room = new Newsroom()
    room.article('a')
    mkdirSync(join(room.seeds, '_state'))
    symlinkSync('_state/ledger.json', join(room.seeds, 'ledger.json'))
    for (const day of ['2026-02-01', '2026-02-02']) {
      room.article(`b-${day}`)
      expect((await room.build(day)).status).toBe(0)
      expect(lstatSync(join(room.seeds, 'ledger.json')).isSymbolicLink()).toBe(true)
    }
    expect(room.ledger?.entries).toHaveLength(3)
    expect(readdirSync(join(room.seeds, '_state'))).toEqual(['ledger.json'])
  })

  it('leaves no release where the ledger cannot be written', async () => {
    const room = new Newsroom()
    room.article('a')
    symlinkSync('none/ledger.json', join(room.seeds, 'ledger.json'))
    const { status, stderr } = await room.build('2026-02-01')
    expect(status).toBe(1)
    expect(stderr).toMatch(/^error Cannot write .*ledger\.json: .+\. Make the folder writable/m)
    expect(existsSync(join(room.out, 'release.bin'))).toBe(false)
  })

  it.skipIf(process.getuid?.() === 0)(
    'builds nothing where the folder is read-only (skipped for the superuser, who may write anywhere)',
    async () => {
      const room = new Newsroom()
      room.article('a')
      chmodSync(room.seeds, 0o555)
      const { status, stderr } = await room.build('2026-02-01')
      chmodSync(room.seeds, 0o755)
      expect([status, existsSync(room.out)]).toEqual([1, false])
      expect(stderr).toMatch(/^error Cannot write .*ledger\.json: permission denied\./)
    },
  )
})

describe('npm run build, stopped', () => {
  it('builds nothing and remembers nothing, until it is accepted', async () => {
    const room = new Newsroom('title: News\nurl: https://news.example\n')
    room.article('a')
    const stopped = await room.build('2026-02-01')
    expect([stopped.status, room.hasLedger, existsSync(room.out)]).toEqual([1, false, false])
    expect(stopped.stderr).toMatch(
      /site\.yaml:2:6 stop The address of the site, https:\/\/news\.example, is a placeholder/,
    )
    expect(stopped.stderr).toMatch(
      /\nStopped: 1 thing to look at above; nothing was built\. Mend it, or publish it as it is with --accept\.\n$/,
    )
    const accepted = await room.build('2026-02-01', '--accept')
    expect([accepted.status, room.hasLedger]).toEqual([0, true])
    expect(accepted.stdout).toContain('Accepted: 1 stop\n')
    const again = await room.build('2026-02-02')
    expect([again.status, again.stderr]).toEqual([0, expect.stringContaining('site.yaml:2:6 warning')])
  })

  it('stops where all articles would be unread', async () => {
    const room = new Newsroom()
    for (let day = 10; day < 30; day++) room.article(`n${day}`, `2026-01-${day}`)
    await room.build('2026-02-01')
    for (let day = 10; day < 30; day++) {
      room.remove(`n${day}.md`)
      room.article(`m${day}`, `2026-01-${day}`)
    }
    const { status, stderr } = await room.build('2026-02-02')
    expect(status).toBe(1)
    expect(stderr).toContain('20 of the 20 items of the feed would be unread for every subscriber')
  })

  it('begins the ledger anew once the site has an address of its own', async () => {
    const room = new Newsroom('title: News\nurl: https://news.example\n')
    room.article('a')
    await room.build('2026-02-01', '--accept')
    room.write('site.yaml', 'title: News\nurl: https://news.site\n')
    const { status, stdout } = await room.build('2026-02-02')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^1 new; subscribers will see 1 unread item$/m)
    expect(room.entry('a.md')?.id).toBe('tag:news.site,2026:a')
  })
})

describe('npm run build --frozen-ledger', () => {
  it('builds the articles that come with the project', async () => {
    const room = new Newsroom()
    cpSync(join(import.meta.dirname, '../../seeds'), room.seeds, { recursive: true })
    const { status, stdout } = await room.build('2026-11-23', '--frozen-ledger')
    expect([status, stdout]).toEqual([0, expect.stringMatching(/\nnothing changes\n$/)])
  })

  it('says what would be written where nothing changes for anybody', async () => {
    const room = new Newsroom()
    room.article('a')
    await room.build('2026-02-01')
    const before = room.ledgerText
    room.write('ledger.json', JSON.stringify(JSON.parse(before), undefined, 2))
    expect((await room.build('2026-02-02', '--frozen-ledger')).stderr).toContain(
      'ledger.json would change (nothing changes but the form that it is written in). Build',
    )
    room.write('ledger.json', before)
    room.remove('a.md')
    room.write('z.md', '---\ntitle: About a\ndate: 2026-01-10\n---\nThe text of a.\n')
    expect((await room.build('2026-02-02', '--frozen-ledger')).stderr).toContain(
      'ledger.json would change (nothing changes but the paths of files: a.md → z.md). Build',
    )
  })

  it('fails, writes nothing and tells what would change', async () => {
    const room = new Newsroom()
    room.article('a')
    await room.build('2026-02-01')
    const before = room.ledgerText
    room.article('b')
    const { status, stderr } = await room.build(
      '2026-02-02',
      '--frozen-ledger',
      '--out',
      join(room.folder, 'other'),
    )
    expect(status).toBe(1)
    expect(stderr).toBe(
      'new: b.md → https://news.site/articles/about-b\n' +
        `error Nothing was built: ${room.seeds}/ledger.json would change (1 new; subscribers will see 1 unread item). ` +
        'Build without --frozen-ledger, and keep the file that it writes\n',
    )
    expect([room.ledgerText, existsSync(join(room.folder, 'other'))]).toEqual([before, false])
  })

  it('builds where the ledger is as it would be', async () => {
    const room = new Newsroom()
    room.article('a')
    await room.build('2026-02-01')
    expect((await room.build('2026-02-02', '--frozen-ledger')).status).toBe(0)
  })
})

describe('npm run build --local', () => {
  it('guards nothing and writes no ledger', async () => {
    const room = new Newsroom('title: News\nurl: http://127.0.0.1:8787\n')
    room.article('a')
    const { status, stderr, stdout } = await room.build('2026-02-01', '--local')
    expect([status, stderr, room.hasLedger]).toEqual([0, '', false])
    expect(stdout).not.toContain('unread')
  })

  it('warns of what would stop a publication', async () => {
    const room = new Newsroom()
    room.write('a.md', '---\ntitle: A\ndate: 2026-01-10\n---\n![x](none.png)\n')
    const { status, stderr } = await room.build('2026-02-01', '--local')
    expect([status, stderr]).toEqual([
      0,
      expect.stringMatching(/a\.md:5:\d+ warning "none\.png" leads to no/),
    ])
  })

  it('keeps to the ids of the ledger', async () => {
    const room = new Newsroom()
    room.article('a')
    await room.build('2026-02-01')
    const before = room.ledgerText
    room.write('a.md', '---\ntitle: Another\ndate: 2026-01-10\n---\nAnother text.\n')
    await room.build('2026-02-02', '--local')
    expect(room.ledgerText).toBe(before)
    expect(readFileSync(join(room.out, 'release.bin')).length).toBeGreaterThan(0)
  })

  it('is what wrangler dev gets', async () => {
    const room = new Newsroom('title: News\nurl: http://127.0.0.1:8787\n')
    room.article('a')
    const args = ['--seeds', room.seeds, '--out', room.out]
    const { status } = await runCommand('build', args, { WRANGLER_COMMAND: 'dev' })
    expect([status, room.hasLedger]).toEqual([0, false])
    expect((await runCommand('build', args, { WRANGLER_COMMAND: 'deploy' })).status).toBe(1)
  })
})

describe('npm run build without the ledger that git knows', () => {
  async function committed(): Promise<Newsroom> {
    const room = new Newsroom()
    room.article('a')
    await room.build('2026-02-01')
    await room.git('init', '-q')
    await room.git('add', '-A')
    await room.git('commit', '-qm', 'one')
    return room
  }

  it('builds nothing, and tells the ways to mend it', async () => {
    const room = await committed()
    room.remove('ledger.json')
    const { status, stderr } = await room.build('2026-02-02')
    expect([status, room.hasLedger]).toEqual([1, false])
    const [, command = ''] = /Bring it back with git -C \S+ (.*?), make/.exec(stderr) ?? []
    expect(stderr).toContain('ledger.json:1:1 error The ledger is lost')
    expect(stderr).toContain('npm run ledger -- rebuild --from URL')
    expect(stderr).toContain('npm run ledger -- begin')
    await room.git(...command.split(' '))
    expect((await room.build('2026-02-02')).status).toBe(0)
  })

  it('brings it back from before the commit that took it away', async () => {
    const room = await committed()
    await room.git('rm', '-q', 'ledger.json')
    await room.git('commit', '-qm', 'two')
    const { status, stderr } = await room.build('2026-02-02')
    expect(status).toBe(1)
    const [, command = ''] = /Bring it back with git -C \S+ (.*?), make/.exec(stderr) ?? []
    await room.git(...command.split(' '))
    expect((await room.build('2026-02-02')).stdout).toMatch(/\nnothing changes\n$/)
  })

  it('does not miss one that is only staged and there', async () => {
    const room = new Newsroom()
    room.article('a')
    await room.git('init', '-q')
    await room.git('add', '-A')
    expect((await room.build('2026-02-01')).status).toBe(0)
    await room.git('add', '-A')
    room.remove('ledger.json')
    expect((await room.build('2026-02-01')).status).toBe(1)
  })

  it('takes an empty one for lost, and lets another be begun', async () => {
    const room = await committed()
    room.write('ledger.json', '\n')
    const { status, stderr } = await room.build('2026-02-02')
    expect([status, stderr.match(/ error /g)?.length]).toEqual([1, 1])
    expect(stderr).toMatch(
      /ledger\.json:1:1 error The ledger is lost: .*, and it is empty\. .*checkout HEAD -- ledger\.json/,
    )
    expect((await room.ledgerCommand('begin')).status).toBe(0)
    expect((await room.build('2026-02-02')).status).toBe(0)
  })

  it('stops where a line of it is lost, and lets it be newer', async () => {
    const room = await committed()
    room.article('b')
    await room.build('2026-02-02')
    expect((await room.build('2026-02-03')).status).toBe(0)
    room.remove('a.md')
    room.write('ledger.json', room.ledgerText.replace(/^,\{"id":"[^"]*:a".*\n/m, ''))
    const { status, stderr } = await room.build('2026-02-03')
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(
        /ledger\.json:1:1 stop A published article is no longer in the ledger: .* of a\.md\./,
      ),
    ])
    expect((await room.build('2026-02-03', '--accept')).status).toBe(0)
  })

  it('goes on where another was begun', async () => {
    const room = await committed()
    room.remove('ledger.json')
    expect((await room.ledgerCommand('begin')).status).toBe(0)
    const { status, stdout } = await room.build('2026-02-02')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^1 new; subscribers will see 1 unread item$/m)
  })

  it('does not mind on this machine only', async () => {
    const room = await committed()
    room.remove('ledger.json')
    expect((await room.build('2026-02-02', '--local')).status).toBe(0)
  })
})

describe('npm run build --at', () => {
  it('refuses what is no moment', async () => {
    const { status, stderr } = await runCommand('build', ['--at', '2026-02-31T00:00:00Z'])
    expect([status, stderr]).toEqual([
      1,
      'error --at cannot be 2026-02-31T00:00:00Z. Give a moment as 2026-02-28T11:00:00Z\n',
    ])
  })
})
