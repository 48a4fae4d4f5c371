import { describe, expect, it } from 'vitest'
import { FolderSeries } from '../support/folder-series.ts'

const DAY = 86_400_000
const SITE = 'title: News\nurl: https://news.site\nlanguage: en\n'

/** A site with two articles, published, a day ago by now. */
async function aSeries(site = SITE): Promise<FolderSeries> {
  const series = new FolderSeries('2026-03-01T12:00:00Z', site)
  series.write('a.md', ['title: A', 'date: 2026-02-01'], 'Words of a.')
  series.write('b.md', ['title: B', 'date: 2026-02-02'], 'Words of b.')
  expect(await series.publish()).toEqual([])
  series.now += DAY
  return series
}

/** When the feed and an article say that they last changed. */
async function modified(series: FolderSeries, path = '/feed.json'): Promise<string> {
  return new Date((await series.get(path)).headers.get('Last-Modified') ?? '').toISOString()
}

async function statusSince(series: FolderSeries, path: string, since: string): Promise<number> {
  return (await series.get(path, { 'If-Modified-Since': new Date(since).toUTCString() })).status
}

describe('Last-Modified of a list', () => {
  it('does not move with an article that nobody was shown, as it comes or goes', async () => {
    const series = await aSeries()
    const before = await modified(series)
    series.write('soon.md', ['title: Soon', 'date: 2026-04-01'], 'Not yet.')
    expect(await series.publish()).toEqual([])
    expect(await modified(series)).toBe(before)
    series.now += DAY
    series.seeds.delete('soon.md')
    expect(await series.publish()).toEqual([])
    expect(await modified(series)).toBe(before)
  })

  it('never goes back when tombstones are kept for another time', async () => {
    const series = await aSeries(`${SITE}feed: { tombstones: 1 }\n`)
    series.seeds.delete('b.md')
    expect(await series.publish()).toEqual([])
    series.now += 3 * DAY
    expect(await series.publish()).toEqual([])
    const before = await modified(series)
    series.edit('site.yaml', (text) => text.replace('tombstones: 1', 'tombstones: 30'))
    expect(await series.publish()).toEqual([])
    expect((await modified(series)) >= before).toBe(true)
  })

  it('never goes back when an article that has come by itself gets another date', async () => {
    const series = await aSeries()
    series.write('soon.md', ['title: Soon', 'date: 2026-03-10'], 'Not yet.')
    expect(await series.publish()).toEqual([])
    series.now += 20 * DAY
    const before = await modified(series)
    series.edit('soon.md', (text) => text.replace('2026-03-10', '2026-02-10'))
    expect(await series.publish()).toEqual([])
    expect((await modified(series)) >= before).toBe(true)
  })

  it.each([
    ['the description', 'description: Otherwise\n'],
    ['the authors', 'authors: [Ada]\n'],
  ])('moves with %s of the site, once', async (_what, setting) => {
    const series = await aSeries()
    const before = await modified(series)
    series.edit('site.yaml', (text) => text + setting)
    expect(await series.publish()).toEqual([])
    expect(await statusSince(series, '/feed.json', before)).toBe(200)
    const after = await modified(series)
    series.now += DAY
    const { ledger } = series
    expect(await series.publish()).toEqual([])
    expect([await modified(series), series.ledger]).toEqual([after, ledger])
  })

  it('moves with the section that the folder of an article tells', async () => {
    const series = await aSeries()
    const before = await modified(series, '/articles/a')
    series.rename('a.md', 'sport/a.md')
    expect(await series.publish()).toEqual([])
    for (const path of ['/articles/a', '/feed.rss']) expect(await statusSince(series, path, before)).toBe(200)
  })

  it('stays as it is where nothing but time goes by, and so does the ledger', async () => {
    const series = await aSeries()
    const { ledger } = series
    for (const days of [1, 3, 40]) {
      series.now += days * DAY
      expect(await series.publish()).toEqual([])
      expect(series.ledger).toBe(ledger)
    }
  })
})

describe('what a writer says of an update', () => {
  it('moves Last-Modified when it is said, corrected or taken out, and never back', async () => {
    const series = await aSeries()
    let before = await modified(series, '/articles/a.json')
    for (const line of ['updated: 2026-02-20\n', 'updated: 2026-03-03\n', '']) {
      series.edit('a.md', (text) => text.replace(/updated: .*\n/, '').replace('date:', `${line}date:`))
      expect(await series.publish()).toEqual([])
      for (const path of ['/articles/a.json', '/feed.json']) {
        expect(await statusSince(series, path, before)).toBe(200)
        expect((await modified(series, path)) > before).toBe(true)
      }
      before = await modified(series, '/articles/a.json')
      series.now += 2 * DAY
    }
  })

  it('stays as it was told when a newcomer wants the same moment, and when that goes', async () => {
    const series = await aSeries()
    series.edit('b.md', (text) => text.replace('date:', 'updated: 2026-03-02\ndate:'))
    expect(await series.publish()).toEqual([])
    const toldOfB = async () => {
      const { items } = JSON.parse(await (await series.get('/feed.json')).text())
      return items.find(({ title }: { title: string }) => title === 'B').date_modified
    }
    const before = await toldOfB()
    series.now += DAY
    series.write('c.md', ['title: C', 'date: 2026-03-02'], 'New.')
    expect(await series.publish()).toEqual([])
    expect(await toldOfB()).toBe(before)
    series.now += DAY
    series.seeds.delete('c.md')
    expect(await series.publish()).toEqual([])
    expect(await toldOfB()).toBe(before)
  })
})
