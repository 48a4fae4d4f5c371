import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Newsroom } from '../support/newsroom.ts'

/** All files below a folder, with what they hold. */
function contents(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [
      join(parentPath, name),
      readFileSync(join(parentPath, name), 'utf8'),
    ]),
  )
}

describe('npm run check', () => {
  it('tells what a build would change, and writes nothing', async () => {
    const room = new Newsroom()
    room.article('a')
    room.article('b')
    await room.build('2026-02-01')
    room.remove('b.md')
    room.article('a', '2026-01-10', 'slug: elsewhere\n')
    room.article('c', '2026-02-02')
    const before = contents(room.folder)
    const { status, stdout, stderr } = await room.check('2026-02-03')
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toBe(
      'moved: a.md → https://news.site/articles/elsewhere, formerly https://news.site/articles/about-a\n' +
        'withdrawn: b.md → https://news.site/articles/about-b\n' +
        'new: c.md → https://news.site/articles/about-c\n' +
        '1 new, 1 moved, 1 withdrawn; subscribers will see 1 unread item\n',
    )
    expect(contents(room.folder)).toEqual(before)
  })

  it('says that nothing changes', async () => {
    const room = new Newsroom()
    room.article('a')
    await room.build('2026-02-01')
    expect(await room.check('2026-02-02')).toEqual({ status: 0, stdout: 'nothing changes\n', stderr: '' })
  })

  it('tells drafts, and which articles have become one', async () => {
    const room = new Newsroom()
    for (const name of ['a', 'b']) room.article(name)
    await room.build('2026-02-01')
    room.article('b', '2026-01-10', 'draft: true\n')
    const { status, stdout } = await room.check('2026-02-02')
    expect([status, stdout]).toEqual([
      0,
      'withdrawn (draft): b.md → https://news.site/articles/about-b\n1 draft left out\n' +
        '1 withdrawn; subscribers will see no unread items\n',
    ])
  })

  it('stops where a published article would be gone until a later date', async () => {
    const room = new Newsroom()
    for (const name of ['a', 'b']) room.article(name)
    await room.build('2026-02-01')
    room.article('a', '2026-12-25')
    room.article('b', '2026-01-10', 'expires: 2026-02-01\n')
    const { status, stdout, stderr } = await room.check('2026-02-02')
    expect([status, stdout]).toEqual([
      1,
      'gone until 2026-12-25: a.md → https://news.site/articles/about-a\n' +
        'expired: b.md → https://news.site/articles/about-b\n' +
        '1 gone until a later date, 1 expired; subscribers will see no unread items\n',
    ])
    expect(stderr).toMatch(
      /a\.md:3:7 stop The date 2026-12-25 is still to come: until then the article would be gone/,
    )
    await room.build('2026-02-02', '--accept')
    room.article('b', '2026-01-10', 'expires: 2027-02-01\n')
    expect((await room.check('2026-02-03')).stdout).toBe(
      'restored: b.md → https://news.site/articles/about-b\n1 restored; subscribers will see 1 unread item\n',
    )
  })

  it('fails where a build would stop, unless it is accepted', async () => {
    const room = new Newsroom()
    room.article('a')
    await room.build('2026-02-01')
    room.write('site.yaml', 'title: Other\nurl: https://news.site\nlanguage: en\n')
    const { status, stderr } = await room.check('2026-02-02')
    expect(status).toBe(1)
    expect(stderr).toBe(
      `${room.seeds}/site.yaml:1:8 stop The title of the site was "News" and is "Other": readers file the feed under ` +
        'its title. Write title: News. --accept publishes it as it is.\n' +
        'Stopped: 1 thing to look at above; a build would not go on. Mend it, or publish it as it is with --accept.\n',
    )
    const accepted = await room.check('2026-02-02', '--accept')
    expect([accepted.status, accepted.stdout]).toEqual([
      0,
      'Accepted: 1 stop\nanother title of the feed; subscribers will see no unread items\n',
    ])
    expect(room.ledger?.feed.title).toBe('News')
  })

  it('fails where a build would, accepted or not', async () => {
    const room = new Newsroom()
    room.write('a.md', 'No date.\n')
    const { status, stdout, stderr } = await room.check('2026-02-02', '--accept')
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/a\.md:1:1 error There is no date\..*\nA build would fail\.\n$/)
  })

  it('tells of all that is wrong with a ledger', async () => {
    const room = new Newsroom()
    room.article('a')
    await room.build('2026-02-01')
    room.write('ledger.json', room.ledgerText.replace('"slug":"about-a"', '"slug":"About a"'))
    const { status, stderr } = await room.check('2026-02-02')
    expect(status).toBe(1)
    expect(stderr).toMatch(/ledger\.json:\d+:\d+ error /)
  })

  it('takes the address from --url', async () => {
    const room = new Newsroom()
    room.article('a')
    const { stdout } = await room.check('2026-02-02', '--url', 'https://other.site')
    expect(stdout).toContain('new: a.md → https://other.site/articles/about-a')
  })
})
