import { describe, expect, it } from 'vitest'
import { Press } from '../support/press.ts'

const DAY = 86_400_000
const SITE = 'title: News\nurl: https://news.site\nlanguage: en\n'

/** A site with two articles, published, a day ago by now. */
async function aPress(site = SITE): Promise<Press> {
  const press = new Press('2026-03-01T12:00:00Z', site)
  press.write('a.md', ['title: A', 'date: 2026-02-01'], 'Words of a.')
  press.write('b.md', ['title: B', 'date: 2026-02-02'], 'Words of b.')
  expect(await press.publish()).toEqual([])
  press.now += DAY
  return press
}

/** When the feed and an article say that they last changed. */
async function modified(press: Press, path = '/feed.json'): Promise<string> {
  return new Date((await press.get(path)).headers.get('Last-Modified') ?? '').toISOString()
}

async function statusSince(press: Press, path: string, since: string): Promise<number> {
  return (await press.get(path, { 'If-Modified-Since': new Date(since).toUTCString() })).status
}

describe('Last-Modified of a list', () => {
  it('does not move with an article that nobody was shown, as it comes or goes', async () => {
    const press = await aPress()
    const before = await modified(press)
    press.write('soon.md', ['title: Soon', 'date: 2026-04-01'], 'Not yet.')
    expect(await press.publish()).toEqual([])
    expect(await modified(press)).toBe(before)
    press.now += DAY
    press.seeds.delete('soon.md')
    expect(await press.publish()).toEqual([])
    expect(await modified(press)).toBe(before)
  })

  it('never goes back when tombstones are kept for another time', async () => {
    const press = await aPress(`${SITE}feed: { tombstones: 1 }\n`)
    press.seeds.delete('b.md')
    expect(await press.publish()).toEqual([])
    press.now += 3 * DAY
    expect(await press.publish()).toEqual([])
    const before = await modified(press)
    press.edit('site.yaml', (text) => text.replace('tombstones: 1', 'tombstones: 30'))
    expect(await press.publish()).toEqual([])
    expect((await modified(press)) >= before).toBe(true)
  })

  it('never goes back when an article that has come by itself gets another date', async () => {
    const press = await aPress()
    press.write('soon.md', ['title: Soon', 'date: 2026-03-10'], 'Not yet.')
    expect(await press.publish()).toEqual([])
    press.now += 20 * DAY
    const before = await modified(press)
    press.edit('soon.md', (text) => text.replace('2026-03-10', '2026-02-10'))
    expect(await press.publish()).toEqual([])
    expect((await modified(press)) >= before).toBe(true)
  })

  it.each([
    ['the description', 'description: Otherwise\n'],
    ['the authors', 'authors: [Ada]\n'],
  ])('moves with %s of the site, once', async (_what, setting) => {
    const press = await aPress()
    const before = await modified(press)
    press.edit('site.yaml', (text) => text + setting)
    expect(await press.publish()).toEqual([])
    expect(await statusSince(press, '/feed.json', before)).toBe(200)
    const after = await modified(press)
    press.now += DAY
    const { ledger } = press
    expect(await press.publish()).toEqual([])
    expect([await modified(press), press.ledger]).toEqual([after, ledger])
  })

  it('moves with the section that the folder of an article tells', async () => {
    const press = await aPress()
    const before = await modified(press, '/articles/a')
    press.rename('a.md', 'sport/a.md')
    expect(await press.publish()).toEqual([])
    for (const path of ['/articles/a', '/feed.rss']) expect(await statusSince(press, path, before)).toBe(200)
  })

  it('stays as it is where nothing but time goes by, and so does the ledger', async () => {
    const press = await aPress()
    const { ledger } = press
    for (const days of [1, 3, 40]) {
      press.now += days * DAY
      expect(await press.publish()).toEqual([])
      expect(press.ledger).toBe(ledger)
    }
  })
})

describe('what a writer says of an update', () => {
  it('moves Last-Modified when it is said, corrected or taken out, and never back', async () => {
    const press = await aPress()
    let before = await modified(press, '/articles/a.json')
    for (const line of ['updated: 2026-02-20\n', 'updated: 2026-03-03\n', '']) {
      press.edit('a.md', (text) => text.replace(/updated: .*\n/, '').replace('date:', `${line}date:`))
      expect(await press.publish()).toEqual([])
      for (const path of ['/articles/a.json', '/feed.json']) {
        expect(await statusSince(press, path, before)).toBe(200)
        expect((await modified(press, path)) > before).toBe(true)
      }
      before = await modified(press, '/articles/a.json')
      press.now += 2 * DAY
    }
  })

  it('stays as it was told when a newcomer wants the same moment, and when that goes', async () => {
    const press = await aPress()
    press.edit('b.md', (text) => text.replace('date:', 'updated: 2026-03-02\ndate:'))
    expect(await press.publish()).toEqual([])
    const toldOfB = async () => {
      const { items } = JSON.parse(await (await press.get('/feed.json')).text())
      return items.find(({ title }: { title: string }) => title === 'B').date_modified
    }
    const before = await toldOfB()
    press.now += DAY
    press.write('c.md', ['title: C', 'date: 2026-03-02'], 'New.')
    expect(await press.publish()).toEqual([])
    expect(await toldOfB()).toBe(before)
    press.now += DAY
    press.seeds.delete('c.md')
    expect(await press.publish()).toEqual([])
    expect(await toldOfB()).toBe(before)
  })
})
