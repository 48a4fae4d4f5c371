import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { Newsroom } from '../support/newsroom.ts'

/** Serves documents by their paths; `{origin}` in them stands for the server's own. */
async function serve(documents: Readonly<Record<string, string>>): Promise<string> {
  const server = createServer((request, response) => {
    const text = documents[request.url ?? '']
    response.writeHead(text === undefined ? 404 : 200, { 'Content-Type': 'application/xml' })
    response.end(text?.replaceAll('{origin}', origin()))
  })
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return origin()
}

/** Leads from everywhere to one address. */
async function redirect(to: string): Promise<string> {
  const server = createServer((_request, response) => void response.writeHead(301, { Location: to }).end())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function rss(items: readonly string[], next?: string): string {
  const link = next === undefined ? '' : `<atom:link rel="next" href="${next}"/>`
  const all = items.map(
    (name) =>
      `<item><title>Old ${name}</title><link>https://news.site/2025/${name}/</link>` +
      `<guid isPermaLink="false">https://news.site/?p=${name}</guid><pubDate>Sat, 10 Jan 2026 12:00:00 GMT</pubDate></item>`,
  )
  return `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>News</title>${link}${all.join('')}</channel></rss>`
}

function aRoom(): Newsroom {
  const room = new Newsroom()
  for (const name of ['a', 'b', 'c']) room.article(name)
  return room
}

describe('npm run ledger -- rebuild', () => {
  it('reads all pages of a live feed, after which nothing is unread', async () => {
    const room = aRoom()
    const origin = await serve({
      '/feed': rss(['a', 'b'], '/feed?2'),
      '/feed?2': rss(['b', 'c'], '{origin}/feed'),
    })
    const { status, stdout, stderr } = await room.ledgerCommand('rebuild', '--from', `${origin}/feed`)
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^3 of 3 items of the feed are articles of this folder, which has 3\n/)
    expect(room.ledger?.entries.map(({ id, slug }) => [id, slug])).toEqual([
      ['https://news.site/?p=a', 'a'],
      ['https://news.site/?p=b', 'b'],
      ['https://news.site/?p=c', 'c'],
    ])
    const checked = await room.check('2030-01-01')
    expect([checked.status, checked.stdout, checked.stderr]).toEqual([0, 'nothing changes\n', ''])
    const built = await room.build('2030-01-01')
    expect(built.status).toBe(0)
  })

  it('follows no page to another host', async () => {
    const room = aRoom()
    const other = await serve({ '/feed': rss(['c']) })
    const origin = await serve({ '/feed': rss(['a'], `${other}/feed`) })
    const { stdout } = await room.ledgerCommand('rebuild', '--from', `${origin}/feed`)
    expect(stdout).toMatch(/^Older items are at another host, and were not read: http.*\n1 of 1 items/)
  })

  it('says when another host answered, and reads on there', async () => {
    const room = aRoom()
    const other = await serve({ '/feed': rss(['a'], '/feed?2'), '/feed?2': rss(['b']) })
    const origin = await redirect(`${other}/feed`)
    const { stdout } = await room.ledgerCommand('rebuild', '--from', `${origin}/feed`)
    expect(stdout).toBe(
      stdout.replace(
        /^.*\n/,
        `Another host answered than was asked: ${origin}/feed leads to ${other}/feed\n`,
      ),
    )
    expect(stdout).toMatch(/\n2 of 2 items/)
  })

  it('names what it does not find, each way', async () => {
    const room = aRoom()
    room.write('feed.xml', rss(['a', 'z']))
    const { stdout } = await room.ledgerCommand('rebuild', '--from', join(room.seeds, 'feed.xml'))
    expect(stdout).toContain('Items without an article: 1\n  Old z (https://news.site/2025/z/)\n')
    expect(stdout).toContain('Articles that are in no item, and so are new: 2\n  b.md\n  c.md\n')
  })

  it('writes nothing where it finds no article at all', async () => {
    const room = aRoom()
    room.write('feed.xml', rss(['x', 'y']))
    const { status, stdout, stderr } = await room.ledgerCommand(
      'rebuild',
      '--from',
      join(room.seeds, 'feed.xml'),
    )
    expect([status, stdout, room.hasLedger]).toEqual([1, '', false])
    expect(stderr).toMatch(
      /^0 of 2 items .*\n(?:.*\n)*error Nothing was written: no item of .* is an article of /,
    )
  })

  it('tells what our longer feed would show again', async () => {
    const room = aRoom()
    room.article('old', '2025-12-01')
    room.write('feed.xml', rss(['a', 'b', 'c']))
    const { stdout } = await room.ledgerCommand('rebuild', '--from', join(room.seeds, 'feed.xml'))
    expect(stdout).toContain(
      'Articles older than the feed, taken for known: 1\n  old.md\n' +
        '1 of them is in your feed here (feed.items is 30, the old feed had 3) and unread for its subscribers: ' +
        'write feed: { items: 3 } in site.yaml\n',
    )
    const checked = await room.check('2030-01-01')
    expect([checked.status, checked.stdout]).toEqual([0, 'nothing changes\n'])
  })

  it('gives the ids of its own feed back, from each of its forms', async () => {
    const room = aRoom()
    await room.build('2026-02-01')
    const before = room.ledger?.entries.map(({ id, slug, path, published }) => ({
      id,
      slug,
      path,
      published,
    }))
    const items = (before ?? []).map(({ id, slug }) => ({
      ...{
        id,
        url: `https://news.site/articles/${slug}`,
        title: 'x',
        date_published: '2026-01-10T12:00:00Z',
      },
    }))
    room.remove('ledger.json')
    room.write(
      'feed.json',
      JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'News', items }),
    )
    await room.ledgerCommand('rebuild', '--from', join(room.seeds, 'feed.json'))
    expect(
      room.ledger?.entries.map(({ id, slug, path, published }) => ({ id, slug, path, published })),
    ).toEqual(before)
  })

  it('writes over no ledger unless told so', async () => {
    const room = aRoom()
    await room.build('2026-02-01')
    const before = room.ledgerText
    room.write('feed.xml', rss(['a', 'b', 'c']))
    const args = ['rebuild', '--from', join(room.seeds, 'feed.xml')]
    const refused = await room.ledgerCommand(...args)
    expect([refused.status, refused.stderr, room.ledgerText]).toEqual([
      1,
      `error ${room.seeds}/ledger.json is there already. Replace it with --write-over, if that is what you mean\n`,
      before,
    ])
    expect((await room.ledgerCommand(...args, '--write-over')).status).toBe(0)
    expect(room.entry('a.md')?.id).toBe('https://news.site/?p=a')
  })

  it('tells what is wrong with the feed in one line, and writes nothing', async () => {
    const room = aRoom()
    const origin = await serve({
      '/page': '<html><body>Hello</body></html>',
      '/empty': rss([]),
      '/cut': rss(['a']).slice(0, -30),
    })
    const mistakes = [
      [`${origin}/none`, /^error Cannot read the feed .*\/none: the answer is 404\./],
      [`${origin}/page`, /^error Cannot read .*\/page: it is neither RSS nor Atom nor JSON Feed\./],
      [`${origin}/cut`, /^error Cannot read .*\/cut: it ends too early, before <\/rss>\. Save it again/],
      [`${origin}/empty`, /^error There is no item in .*\/empty\./],
      [
        'http://127.0.0.1:1/',
        /^error Cannot read the feed http:\/\/127\.0\.0\.1:1\/: .+\. Look at the address/,
      ],
      ['none.xml', /^error Cannot read none\.xml: no such file or directory\./],
    ] as const
    for (const [from, message] of mistakes) {
      const { status, stderr } = await room.ledgerCommand('rebuild', '--from', from)
      expect([status, room.hasLedger, stderr.split('\n').length]).toEqual([1, false, 2])
      expect(stderr).toMatch(message)
    }
  })

  it('wants an address that the ledger can be kept under', async () => {
    const room = new Newsroom('title: News\nurl: https://news.example\n')
    room.article('a')
    room.write('feed.xml', rss(['a']))
    const { status, stderr } = await room.ledgerCommand('rebuild', '--from', join(room.seeds, 'feed.xml'))
    expect([status, stderr, room.hasLedger]).toEqual([
      1,
      'error The address of the site is still https://news.example. Write its own as url: in site.yaml first\n',
      false,
    ])
  })

  it('writes nothing where an article has an error', async () => {
    const room = aRoom()
    room.write('d.md', 'No date.\n')
    room.write('feed.xml', rss(['a']))
    const { status, stderr } = await room.ledgerCommand('rebuild', '--from', join(room.seeds, 'feed.xml'))
    expect([status, room.hasLedger]).toEqual([1, false])
    expect(stderr).toMatch(/d\.md:1:1 error There is no date\..*\nNothing was written\.\n$/)
  })
})

describe('npm run ledger -- begin', () => {
  it('writes a ledger that knows no article', async () => {
    const room = aRoom()
    expect((await room.ledgerCommand('begin')).status).toBe(0)
    expect(room.ledger).toMatchObject({ authority: 'news.site', entries: [] })
    expect((await room.ledgerCommand('begin')).status).toBe(1)
  })
})

describe('npm run ledger', () => {
  it('tells how it is used where nothing is asked of it', async () => {
    const { status, stdout } = await aRoom().ledgerCommand()
    expect([status, stdout]).toEqual([
      0,
      expect.stringMatching(/\nUsage: npm run ledger -- \(pull \| rebuild/),
    ])
  })

  it.each([
    [['mend'], /^error There is no command "mend"\./],
    [['rebuild'], /^error There is no feed to rebuild from\. Name one with --from URL\n$/],
    [['begin', '--from', 'x'], /^error begin reads no feed\./],
  ])('refuses %j', async (args, message) => {
    const { status, stderr } = await aRoom().ledgerCommand(...args)
    expect(status).toBe(1)
    expect(stderr).toMatch(message)
  })
})
