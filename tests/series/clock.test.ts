import { describe, expect, it } from 'vitest'
import { Press } from '../support/press.ts'
import { inManyRounds } from '../support/rounds.ts'

const DAY = 86_400_000
const SITE = 'title: News\nurl: https://news.site\nlanguage: en\n'
const LISTS = ['/feed.json', '/feed.rss', '/feed.atom', '/', '/feeds.opml']

/** What a reader has kept of an address: when it says that it last changed, and what it says. */
interface Kept {
  readonly modified: string
  readonly body: string
}

async function read(press: Press, path: string): Promise<Kept | undefined> {
  const response = await press.get(path)
  const modified = response.headers.get('Last-Modified')
  return response.status === 200 && modified !== null ? { modified, body: await response.text() } : undefined
}

/** Publishes with a clock that is wrong, and looks with one that is right. */
async function publishAt(press: Press, clock: number): Promise<readonly string[]> {
  const { now } = press
  press.now = clock
  const told = (await press.publish({ accept: true })).map(({ message }) => message)
  press.now = now
  return told
}

async function aPress(): Promise<Press> {
  const press = new Press('2026-11-27T12:00:00Z', SITE)
  press.write('a.md', ['title: A', 'date: 2026-02-01'], 'Words of a.')
  press.write('b.md', ['title: B', 'date: 2026-11-26'], 'Words of b.')
  expect(await press.publish()).toEqual([])
  press.now += DAY
  return press
}

/** The entry of a file in the ledger that was written last. */
function entryOf(press: Press, path: string): Record<string, string> | undefined {
  const line = press.ledger.split('\n').find((each) => each.includes(`"path":"${path}"`))
  return line === undefined ? undefined : JSON.parse(line.replace(/^,/, ''))
}

describe('a build whose clock is set back', () => {
  const CLOCK = Date.parse('2026-02-01T00:00:00Z')

  it('tells each change as a second after the one before it', async () => {
    const press = await aPress()
    const paths = ['/articles/a', '/articles/a.json', ...LISTS]
    for (const words of ['Other words.', 'Again others.', 'Words of a.']) {
      const before = await Promise.all(paths.map((path) => read(press, path)))
      press.edit('a.md', (text) => text.replace(/^.*\.$/m, words))
      expect(await publishAt(press, CLOCK)).toEqual([])
      for (const [index, path] of paths.entries()) {
        const since = { 'If-Modified-Since': before[index]?.modified ?? '' }
        const { modified, body } = (await read(press, path)) ?? { modified: '', body: '' }
        if (body === before[index]?.body) continue
        expect((await press.get(path, since)).status, path).toBe(200)
        expect(Date.parse(modified), path).toBeGreaterThan(Date.parse(before[index]?.modified ?? ''))
      }
    }
    expect(entryOf(press, 'a.md')?.['updated']).toBe('2026-11-27T12:00:03.000Z')
  })

  it('shows what was shown, under its number and its first date', async () => {
    const press = await aPress()
    const before = [await press.items(), press.ledger]
    expect(await publishAt(press, CLOCK)).toEqual([])
    expect([await press.items(), press.ledger]).toEqual(before)
    press.edit('b.md', (text) => text.replace('date: 2026-11-26', 'date: 2026-11-25'))
    // If the ledger's clock was the wrong one, the article would be gone until then: somebody must look.
    expect((await publishAt(press, CLOCK)).join()).toMatch(/The date 2026-11-25 is still to come/)
    expect(entryOf(press, 'b.md')).toMatchObject({ published: '2026-11-26T12:00:00.000Z', number: 2 })
    expect(await press.items()).toHaveLength(2)
  })

  it('remembers the address that an article had, and one that is taken away', async () => {
    const press = await aPress()
    press.edit('b.md', (text) => text.replace('date:', 'slug: other\ndate:'))
    await publishAt(press, CLOCK)
    expect((await press.get('/articles/b')).headers.get('Location')).toBe('https://news.site/articles/other')
    press.seeds.delete('b.md')
    await publishAt(press, CLOCK)
    expect((await press.get('/articles/other')).status).toBe(410)
    expect(await press.deleted()).toEqual(['tag:news.site,2026:b'])
  })

  it('publishes nothing that is still to come, and that in its time', async () => {
    const press = await aPress()
    press.write('c.md', ['title: C', 'date: 2026-11-29T12:00:00Z'], 'Words of c.')
    press.write('d.md', ['title: D', 'date: 2026-11-20'], 'Words of d.')
    await publishAt(press, CLOCK)
    expect((await press.get('/articles/c')).status).toBe(404)
    expect((await press.get('/articles/d')).status).toBe(200)
    press.now += DAY
    expect((await press.get('/articles/c')).status).toBe(200)
  })

  it('stops where a shown article is dated ahead', async () => {
    const press = await aPress()
    press.edit('b.md', (text) => text.replace('date: 2026-11-26', 'date: 2026-12-26'))
    expect((await publishAt(press, CLOCK)).join()).toMatch(
      /is still to come: until then the article would be gone/,
    )
  })
})

describe('a series of builds whose clocks jump', () => {
  it('lets no moment go back, and each change be seen by who asks for what is newer', async () => {
    await inManyRounds(async (dice) => {
      const press = await aPress()
      const kept = new Map<string, Kept>()
      const first = new Map<string, string>()
      for (let build = 0; build < 8; build += 1) {
        const path = dice.pick(['a.md', 'b.md', `n${build}.md`])
        if (press.seeds.has(path)) press.edit(path, (text) => `${text}More ${build}.\n`)
        else press.write(path, [`title: N${build}`, 'date: 2026-11-20'], `Words of ${build}.`)
        const before = { a: entryOf(press, 'a.md'), b: entryOf(press, 'b.md') }
        await publishAt(press, press.now + Math.floor((dice.roll() - 0.8) * 400) * dice.pick([1, 1000, DAY]))
        for (const [name, entry] of Object.entries(before)) {
          const now = entryOf(press, `${name}.md`)
          for (const key of ['updated', 'changed'])
            expect((now?.[key] ?? '') >= (entry?.[key] ?? ''), `${name} ${key}`).toBe(true)
        }
        // Nobody sees the world before the latest change: the edge's clock is right.
        press.now = Math.max(press.now, Date.parse(/"changed":"([^"]*)"/.exec(press.ledger)?.[1] ?? '')) + 1
        for (const { id, published } of await press.items()) {
          expect(first.get(id) ?? published).toBe(published)
          first.set(id, published)
        }
        expect(await press.items()).toHaveLength(first.size)
        for (const path of ['/articles/a', '/articles/b.md', ...LISTS]) {
          const [before, now] = [kept.get(path), await read(press, path)]
          if (now === undefined) throw new Error(`${path} has no Last-Modified`)
          if (before !== undefined && before.body !== now.body) {
            const answer = await press.get(path, { 'If-Modified-Since': before.modified })
            expect(answer.status, path).toBe(200)
            expect(Date.parse(now.modified), path).toBeGreaterThan(Date.parse(before.modified))
          }
          kept.set(path, now)
        }
      }
    }, 12)
  }, 600_000)
})
