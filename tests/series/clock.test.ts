import { describe, expect, it } from 'vitest'
import { FolderSeries } from '../support/folder-series.ts'
import { inManyRounds } from '../support/rounds.ts'

const DAY = 86_400_000
const SITE = 'title: News\nurl: https://news.site\nlanguage: en\n'
const LISTS = ['/feed.json', '/feed.rss', '/feed.atom', '/', '/feeds.opml']

/** What a reader has kept of an address: when it says that it last changed, and what it says. */
interface Kept {
  readonly modified: string
  readonly body: string
}

async function read(series: FolderSeries, path: string): Promise<Kept | undefined> {
  const response = await series.get(path)
  const modified = response.headers.get('Last-Modified')
  return response.status === 200 && modified !== null ? { modified, body: await response.text() } : undefined
}

/** Publishes with a clock that is wrong, and looks with one that is right. */
async function publishAt(series: FolderSeries, clock: number): Promise<readonly string[]> {
  const { now } = series
  series.now = clock
  const told = (await series.publish({ accept: true })).map(({ message }) => message)
  series.now = now
  return told
}

async function aSeries(): Promise<FolderSeries> {
  const series = new FolderSeries('2026-11-27T12:00:00Z', SITE)
  series.write('a.md', ['title: A', 'date: 2026-02-01'], 'Words of a.')
  series.write('b.md', ['title: B', 'date: 2026-11-26'], 'Words of b.')
  expect(await series.publish()).toEqual([])
  series.now += DAY
  return series
}

/** The entry of a file in the ledger that was written last. */
function entryOf(series: FolderSeries, path: string): Record<string, string> | undefined {
  const line = series.ledger.split('\n').find((each) => each.includes(`"path":"${path}"`))
  return line === undefined ? undefined : JSON.parse(line.replace(/^,/, ''))
}

describe('a build whose clock is set back', () => {
  const CLOCK = Date.parse('2026-02-01T00:00:00Z')

  it('tells each change as a second after the one before it', async () => {
    const series = await aSeries()
    const paths = ['/articles/a', '/articles/a.json', ...LISTS]
    for (const words of ['Other words.', 'Again others.', 'Words of a.']) {
      const before = await Promise.all(paths.map((path) => read(series, path)))
      series.edit('a.md', (text) => text.replace(/^.*\.$/m, words))
      expect(await publishAt(series, CLOCK)).toEqual([])
      for (const [index, path] of paths.entries()) {
        const since = { 'If-Modified-Since': before[index]?.modified ?? '' }
        const { modified, body } = (await read(series, path)) ?? { modified: '', body: '' }
        if (body === before[index]?.body) continue
        expect((await series.get(path, since)).status, path).toBe(200)
        expect(Date.parse(modified), path).toBeGreaterThan(Date.parse(before[index]?.modified ?? ''))
      }
    }
    expect(entryOf(series, 'a.md')?.['updated']).toBe('2026-11-27T12:00:03.000Z')
  })

  it('shows what was shown, under its number and its first date', async () => {
    const series = await aSeries()
    const before = [await series.items(), series.ledger]
    expect(await publishAt(series, CLOCK)).toEqual([])
    expect([await series.items(), series.ledger]).toEqual(before)
    series.edit('b.md', (text) => text.replace('date: 2026-11-26', 'date: 2026-11-25'))
    // If the ledger's clock was the wrong one, the article would be gone until then: somebody must look.
    expect((await publishAt(series, CLOCK)).join()).toMatch(/The date 2026-11-25 is still to come/)
    expect(entryOf(series, 'b.md')).toMatchObject({ published: '2026-11-26T12:00:00.000Z', number: 2 })
    expect(await series.items()).toHaveLength(2)
  })

  it('remembers the address that an article had, and one that is taken away', async () => {
    const series = await aSeries()
    series.edit('b.md', (text) => text.replace('date:', 'slug: other\ndate:'))
    await publishAt(series, CLOCK)
    expect((await series.get('/articles/b')).headers.get('Location')).toBe('https://news.site/articles/other')
    series.seeds.delete('b.md')
    await publishAt(series, CLOCK)
    expect((await series.get('/articles/other')).status).toBe(410)
    expect(await series.deleted()).toEqual(['tag:news.site,2026:b'])
  })

  it('publishes nothing that is still to come, and that in its time', async () => {
    const series = await aSeries()
    series.write('c.md', ['title: C', 'date: 2026-11-29T12:00:00Z'], 'Words of c.')
    series.write('d.md', ['title: D', 'date: 2026-11-20'], 'Words of d.')
    await publishAt(series, CLOCK)
    expect((await series.get('/articles/c')).status).toBe(404)
    expect((await series.get('/articles/d')).status).toBe(200)
    series.now += DAY
    expect((await series.get('/articles/c')).status).toBe(200)
  })

  it('stops where a shown article is dated ahead', async () => {
    const series = await aSeries()
    series.edit('b.md', (text) => text.replace('date: 2026-11-26', 'date: 2026-12-26'))
    expect((await publishAt(series, CLOCK)).join()).toMatch(
      /is still to come: until then the article would be gone/,
    )
  })
})

describe('a series of builds whose clocks jump', () => {
  it('lets no moment go back, and each change be seen by who asks for what is newer', async () => {
    await inManyRounds(async (dice) => {
      const series = await aSeries()
      const kept = new Map<string, Kept>()
      const first = new Map<string, string>()
      for (let build = 0; build < 8; build += 1) {
        const path = dice.pick(['a.md', 'b.md', `n${build}.md`])
        if (series.seeds.has(path)) series.edit(path, (text) => `${text}More ${build}.\n`)
        else series.write(path, [`title: N${build}`, 'date: 2026-11-20'], `Words of ${build}.`)
        const before = { a: entryOf(series, 'a.md'), b: entryOf(series, 'b.md') }
        await publishAt(
          series,
          series.now + Math.floor((dice.roll() - 0.8) * 400) * dice.pick([1, 1000, DAY]),
        )
        for (const [name, entry] of Object.entries(before)) {
          const now = entryOf(series, `${name}.md`)
          for (const key of ['updated', 'changed'])
            expect((now?.[key] ?? '') >= (entry?.[key] ?? ''), `${name} ${key}`).toBe(true)
        }
        // Nobody sees the world before the latest change: the edge's clock is right.
        series.now =
          Math.max(series.now, Date.parse(/"changed":"([^"]*)"/.exec(series.ledger)?.[1] ?? '')) + 1
        for (const { id, published } of await series.items()) {
          expect(first.get(id) ?? published).toBe(published)
          first.set(id, published)
        }
        expect(await series.items()).toHaveLength(first.size)
        for (const path of ['/articles/a', '/articles/b.md', ...LISTS]) {
          const [before, now] = [kept.get(path), await read(series, path)]
          if (now === undefined) throw new Error(`${path} has no Last-Modified`)
          if (before !== undefined && before.body !== now.body) {
            const answer = await series.get(path, { 'If-Modified-Since': before.modified })
            expect(answer.status, path).toBe(200)
            expect(Date.parse(now.modified), path).toBeGreaterThan(Date.parse(before.modified))
          }
          kept.set(path, now)
        }
      }
    }, 12)
  }, 600_000)
})
