import { describe, expect, it } from 'vitest'
import { Press } from '../support/press.ts'

const DAY = 86_400_000
const ID = 'tag:news.site,2026:bridge'
const URL_OF_BRIDGE = 'https://news.site/articles/the-bridge'

/** A site with one article, published. */
async function aPress(): Promise<Press> {
  const press = new Press('2026-03-01T12:00:00Z')
  press.write('bridge.md', ['title: The bridge', 'date: 2026-02-01'], 'It is closed since the flood.')
  expect(await press.publish()).toEqual([])
  press.now += DAY
  return press
}

describe('a subscriber’s id of an article stays', () => {
  it.each([
    ['its title', (text: string) => text.replace('The bridge', 'The old bridge'), URL_OF_BRIDGE],
    ['its date', (text: string) => text.replace('2026-02-01', '2025-06-01'), URL_OF_BRIDGE],
    ['its words', (text: string) => text.replace('closed', 'open'), URL_OF_BRIDGE],
    [
      'its slug',
      (text: string) => text.replace('date:', 'slug: ponte\ndate:'),
      'https://news.site/articles/ponte',
    ],
  ])('when %s changes', async (_what, change, url) => {
    const press = await aPress()
    press.edit('bridge.md', change)
    expect(await press.publish()).toEqual([])
    expect((await press.items()).map(({ id, url: address }) => [id, address])).toEqual([[ID, url]])
  })

  it('when its file is renamed or moved', async () => {
    const press = await aPress()
    press.rename('bridge.md', 'city/ponte.md')
    expect(await press.publish()).toEqual([])
    expect((await press.items()).map(({ id, url }) => [id, url])).toEqual([[ID, URL_OF_BRIDGE]])
    press.edit('city/ponte.md', (text) => text.replace('closed', 'open'))
    press.now += DAY
    expect(await press.publish()).toEqual([])
    expect((await press.items()).map(({ id }) => id)).toEqual([ID])
  })

  it('when its file is renamed and its words change at once, by its slug and date', async () => {
    const press = await aPress()
    press.rename('bridge.md', 'ponte.md')
    press.edit('ponte.md', (text) => text.replace('closed', 'open'))
    expect(await press.publish()).toEqual([])
    expect((await press.items()).map(({ id }) => id)).toEqual([ID])
  })

  it('when the site moves to another domain, which is told and stops it until it is accepted', async () => {
    const press = await aPress()
    press.edit('site.yaml', (text) => text.replace('https://news.site', 'https://other.press'))
    const stops = await press.publish()
    expect(stops.map(({ path, line }) => [path, line])).toContainEqual(['site.yaml', 2])
    expect((await press.items()).map(({ url }) => url)).toEqual([URL_OF_BRIDGE])
    await press.publish({ accept: true })
    expect((await press.items()).map(({ id, url }) => [id, url])).toEqual([
      [ID, 'https://other.press/articles/the-bridge'],
    ])
    press.now += DAY
    expect(await press.publish()).toEqual([])
    press.write('new.md', ['title: New', 'date: 2026-03-02'], 'Something new.')
    expect(await press.publish()).toEqual([])
    expect((await press.items()).map(({ id }) => id)).toEqual(['tag:news.site,2026:new', ID])
  })

  it('when the title of a raw text is inferred otherwise, and so does its slug', async () => {
    const press = new Press('2026-03-01T12:00:00Z')
    press.seeds.set('note.txt', 'date 2026-02-01\n\nThe council meets on Monday. It will vote.\n')
    expect(await press.publish()).toEqual([])
    const [before] = await press.items()
    press.edit('note.txt', (text) => text.replace('on Monday', 'on Tuesday'))
    press.now += DAY
    expect(await press.publish()).toEqual([])
    const [after] = await press.items()
    expect([after?.id, after?.url]).toEqual([before?.id, before?.url])
    expect(after?.title).not.toBe(before?.title)
  })
})

describe('an article’s date of change', () => {
  it('moves once with its words, in all forms and in Last-Modified', async () => {
    const press = await aPress()
    press.edit('bridge.md', (text) => text.replace('closed', 'open'))
    expect(await press.publish()).toEqual([])
    const edited = '2026-03-02T12:00:00Z'
    expect((await press.items()).map(({ published, updated }) => [published, updated])).toEqual([
      ['2026-02-01T12:00:00Z', edited],
    ])
    const modified = new Date(edited).toUTCString()
    for (const path of ['/feed.rss', '/', '/articles/the-bridge'])
      expect((await press.get(path)).headers.get('Last-Modified')).toBe(modified)
    const etag = (await press.get('/feed.rss')).headers.get('ETag')
    press.now += 30 * DAY
    expect(await press.publish()).toEqual([])
    expect((await press.items()).map(({ updated }) => updated)).toEqual([edited])
    expect((await press.get('/feed.rss')).headers.get('ETag')).toBe(etag)
    expect((await press.get('/feed.rss')).headers.get('Last-Modified')).toBe(modified)
  })

  it('stays where only white space changes', async () => {
    const press = await aPress()
    press.edit('bridge.md', (text) => `${text.replace('It is', 'It\n   is')}\n\n`)
    expect(await press.publish()).toEqual([])
    expect((await press.items()).map(({ updated }) => updated)).toEqual(['2026-02-01T12:00:00Z'])
  })

  it('stays where only the date line of a raw text is corrected', async () => {
    const press = new Press('2026-03-01T12:00:00Z')
    press.seeds.set('note.txt', '2026-02-01\n\nThe council meets on Monday. It will vote.\n')
    expect(await press.publish()).toEqual([])
    press.edit('note.txt', (text) => text.replace('2026-02-01', '2026-02-02'))
    press.now += DAY
    expect(await press.publish()).toEqual([])
    expect((await press.items()).map(({ updated }) => updated)).toEqual(['2026-02-02T12:00:00Z'])
  })

  it('is that of the edit where an article was dated ahead and is back', async () => {
    const press = await aPress()
    const redate = (from: string, to: string) => press.edit('bridge.md', (text) => text.replace(from, to))
    redate('2026-02-01', '2026-04-01')
    await press.publish({ accept: true })
    press.now += DAY
    redate('2026-04-01', '2026-02-01')
    redate('closed', 'open')
    expect(await press.publish()).toEqual([])
    expect((await press.items()).map(({ updated }) => updated)).toEqual(['2026-03-03T12:00:00Z'])
  })

  it('is what the writer says, where that is said', async () => {
    const press = await aPress()
    press.edit('bridge.md', (text) =>
      text.replace('closed', 'open').replace('date:', 'updated: 2026-02-20\ndate:'),
    )
    expect(await press.publish()).toEqual([])
    expect((await press.items()).map(({ updated }) => updated)).toEqual(['2026-02-20T12:00:00Z'])
  })

  it('moves Last-Modified of the feed when an article with an older date comes in', async () => {
    const press = await aPress()
    const before = (await press.get('/feed.atom')).headers.get('Last-Modified') ?? ''
    press.write('older.md', ['title: Older', 'date: 2026-02-01'], 'From the archive.')
    expect(await press.publish()).toEqual([])
    const again = await press.get('/feed.atom', { 'If-Modified-Since': before })
    expect([again.status, again.headers.get('Last-Modified')]).toEqual([200, 'Mon, 02 Mar 2026 12:00:00 GMT'])
  })
})

describe('an address', () => {
  it('leads on from every slug that an article had', async () => {
    const press = await aPress()
    for (const slug of ['two', 'three']) {
      press.edit('bridge.md', (text) =>
        text.replace(/slug: .*\n/, '').replace('date:', `slug: ${slug}\ndate:`),
      )
      press.now += DAY
      expect(await press.publish()).toEqual([])
    }
    for (const slug of ['the-bridge', 'two']) {
      const answer = await press.get(`/articles/${slug}`)
      expect([answer.status, answer.headers.get('Location')]).toEqual([
        301,
        'https://news.site/articles/three',
      ])
    }
    expect((await press.get('/articles/three')).status).toBe(200)
  })

  it('is gone with its article, which leaves all feeds with a tombstone, and comes back with it', async () => {
    const press = await aPress()
    press.write('other.md', ['title: Other', 'date: 2026-02-02'], 'Another one.')
    await press.publish()
    const text = press.seeds.get('bridge.md') ?? ''
    press.seeds.delete('bridge.md')
    press.now += DAY
    expect(await press.publish()).toEqual([])
    expect((await press.get('/articles/the-bridge')).status).toBe(410)
    expect((await press.items()).map(({ title }) => title)).toEqual(['Other'])
    expect(await press.deleted()).toEqual([ID])
    press.now += 29 * DAY
    expect(await press.deleted()).toEqual([ID])
    press.now += DAY
    expect(await press.deleted()).toEqual([])
    expect((await press.get('/articles/the-bridge')).status).toBe(410)

    press.seeds.set('bridge.md', text)
    expect(await press.publish()).toEqual([])
    expect((await press.get('/articles/the-bridge')).status).toBe(200)
    expect((await press.items()).map(({ id }) => id)).toContain(ID)
    expect(await press.deleted()).toEqual([])
  })

  it('is gone when an article becomes a draft, and nothing of the draft is told', async () => {
    const press = await aPress()
    press.edit('bridge.md', (text) => text.replace('date:', 'draft: true\ndate:'))
    expect(await press.publish()).toEqual([])
    expect((await press.get('/articles/the-bridge')).status).toBe(410)
    expect(await press.items()).toEqual([])
  })

  it('is not known of an article that was taken away before it was shown', async () => {
    const press = await aPress()
    press.write('soon.md', ['title: Soon', 'date: 2026-04-01', 'slug: soon'], 'Not yet.')
    expect(await press.publish()).toEqual([])
    press.edit('soon.md', (text) => text.replace('slug: soon', 'slug: later'))
    press.now += DAY
    expect(await press.publish()).toEqual([])
    expect((await press.get('/articles/soon')).status).toBe(404)
    press.seeds.delete('soon.md')
    press.now += DAY
    expect(await press.publish()).toEqual([])
    for (const slug of ['soon', 'later']) expect((await press.get(`/articles/${slug}`)).status).toBe(404)
    expect(press.ledger).not.toMatch(/soon|later/)
  })
})

describe('a new article', () => {
  it('has one id, slug and first publication on every machine, until the ledger is kept', async () => {
    const kept = (await aPress()).ledger
    const made = await Promise.all(
      ['2026-03-05T01:00:00Z', '2027-01-02T23:00:00Z'].map(async (now) => {
        const press = await aPress()
        press.now = Date.parse(now)
        press.seeds.set('ledger.json', kept)
        press.write('news.md', ['title: News', 'date: 2026-03-04'], 'Fresh.')
        expect(await press.publish()).toEqual([])
        return (await press.items()).map(({ id, url, published, updated }) => ({
          id,
          url,
          published,
          updated,
        }))
      }),
    )
    expect(made[0]).toEqual(made[1])
    expect(made[0]?.[0]?.id).toBe('tag:news.site,2026:news')
  })
})
