import { describe, expect, it } from 'vitest'
import { FolderSeries } from '../support/folder-series.ts'

const DAY = 86_400_000
const ID = 'tag:news.site,2026:bridge'
const URL_OF_BRIDGE = 'https://news.site/articles/the-bridge'

/** A site with one article, published. */
async function aSeries(): Promise<FolderSeries> {
  const series = new FolderSeries('2026-03-01T12:00:00Z')
  series.write('bridge.md', ['title: The bridge', 'date: 2026-02-01'], 'It is closed since the flood.')
  expect(await series.publish()).toEqual([])
  series.now += DAY
  return series
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
    const series = await aSeries()
    series.edit('bridge.md', change)
    expect(await series.publish()).toEqual([])
    expect((await series.items()).map(({ id, url: address }) => [id, address])).toEqual([[ID, url]])
  })

  it('when its file is renamed or moved', async () => {
    const series = await aSeries()
    series.rename('bridge.md', 'city/ponte.md')
    expect(await series.publish()).toEqual([])
    expect((await series.items()).map(({ id, url }) => [id, url])).toEqual([[ID, URL_OF_BRIDGE]])
    series.edit('city/ponte.md', (text) => text.replace('closed', 'open'))
    series.now += DAY
    expect(await series.publish()).toEqual([])
    expect((await series.items()).map(({ id }) => id)).toEqual([ID])
  })

  it('when its file is renamed and its words change at once, by its slug and date', async () => {
    const series = await aSeries()
    series.rename('bridge.md', 'ponte.md')
    series.edit('ponte.md', (text) => text.replace('closed', 'open'))
    expect(await series.publish()).toEqual([])
    expect((await series.items()).map(({ id }) => id)).toEqual([ID])
  })

  it('when the site moves to another domain, which is told and stops it until it is accepted', async () => {
    const series = await aSeries()
    series.edit('site.yaml', (text) => text.replace('https://news.site', 'https://other.press'))
    const stops = await series.publish()
    expect(stops.map(({ path, line }) => [path, line])).toContainEqual(['site.yaml', 2])
    expect((await series.items()).map(({ url }) => url)).toEqual([URL_OF_BRIDGE])
    await series.publish({ accept: true })
    expect((await series.items()).map(({ id, url }) => [id, url])).toEqual([
      [ID, 'https://other.press/articles/the-bridge'],
    ])
    series.now += DAY
    expect(await series.publish()).toEqual([])
    series.write('new.md', ['title: New', 'date: 2026-03-02'], 'Something new.')
    expect(await series.publish()).toEqual([])
    expect((await series.items()).map(({ id }) => id)).toEqual(['tag:news.site,2026:new', ID])
  })

  it('when the title of a raw text is inferred otherwise, and so does its slug', async () => {
    const series = new FolderSeries('2026-03-01T12:00:00Z')
    series.seeds.set('note.txt', 'date 2026-02-01\n\nThe council meets on Monday. It will vote.\n')
    expect(await series.publish()).toEqual([])
    const [before] = await series.items()
    series.edit('note.txt', (text) => text.replace('on Monday', 'on Tuesday'))
    series.now += DAY
    expect(await series.publish()).toEqual([])
    const [after] = await series.items()
    expect([after?.id, after?.url]).toEqual([before?.id, before?.url])
    expect(after?.title).not.toBe(before?.title)
  })
})

describe('an article’s date of change', () => {
  it('moves once with its words, in all forms and in Last-Modified', async () => {
    const series = await aSeries()
    series.edit('bridge.md', (text) => text.replace('closed', 'open'))
    expect(await series.publish()).toEqual([])
    const edited = '2026-03-02T12:00:00Z'
    expect((await series.items()).map(({ published, updated }) => [published, updated])).toEqual([
      ['2026-02-01T12:00:00Z', edited],
    ])
    const modified = new Date(edited).toUTCString()
    for (const path of ['/feed.rss', '/', '/articles/the-bridge'])
      expect((await series.get(path)).headers.get('Last-Modified')).toBe(modified)
    const etag = (await series.get('/feed.rss')).headers.get('ETag')
    series.now += 30 * DAY
    expect(await series.publish()).toEqual([])
    expect((await series.items()).map(({ updated }) => updated)).toEqual([edited])
    expect((await series.get('/feed.rss')).headers.get('ETag')).toBe(etag)
    expect((await series.get('/feed.rss')).headers.get('Last-Modified')).toBe(modified)
  })

  it('stays where only white space changes', async () => {
    const series = await aSeries()
    series.edit('bridge.md', (text) => `${text.replace('It is', 'It\n   is')}\n\n`)
    expect(await series.publish()).toEqual([])
    expect((await series.items()).map(({ updated }) => updated)).toEqual(['2026-02-01T12:00:00Z'])
  })

  it('stays where only the date line of a raw text is corrected', async () => {
    const series = new FolderSeries('2026-03-01T12:00:00Z')
    series.seeds.set('note.txt', '2026-02-01\n\nThe council meets on Monday. It will vote.\n')
    expect(await series.publish()).toEqual([])
    series.edit('note.txt', (text) => text.replace('2026-02-01', '2026-02-02'))
    series.now += DAY
    expect(await series.publish()).toEqual([])
    expect((await series.items()).map(({ updated }) => updated)).toEqual(['2026-02-02T12:00:00Z'])
  })

  it('is that of the edit where an article was dated ahead and is back', async () => {
    const series = await aSeries()
    const redate = (from: string, to: string) => series.edit('bridge.md', (text) => text.replace(from, to))
    redate('2026-02-01', '2026-04-01')
    await series.publish({ accept: true })
    series.now += DAY
    redate('2026-04-01', '2026-02-01')
    redate('closed', 'open')
    expect(await series.publish()).toEqual([])
    expect((await series.items()).map(({ updated }) => updated)).toEqual(['2026-03-03T12:00:00Z'])
  })

  it('is what the writer says, where that is said', async () => {
    const series = await aSeries()
    series.edit('bridge.md', (text) =>
      text.replace('closed', 'open').replace('date:', 'updated: 2026-02-20\ndate:'),
    )
    expect(await series.publish()).toEqual([])
    expect((await series.items()).map(({ updated }) => updated)).toEqual(['2026-02-20T12:00:00Z'])
  })

  it('moves Last-Modified of the feed when an article with an older date comes in', async () => {
    const series = await aSeries()
    const before = (await series.get('/feed.atom')).headers.get('Last-Modified') ?? ''
    series.write('older.md', ['title: Older', 'date: 2026-02-01'], 'From the archive.')
    expect(await series.publish()).toEqual([])
    const again = await series.get('/feed.atom', { 'If-Modified-Since': before })
    expect([again.status, again.headers.get('Last-Modified')]).toEqual([200, 'Mon, 02 Mar 2026 12:00:00 GMT'])
  })
})

describe('an address', () => {
  it('leads on from every slug that an article had', async () => {
    const series = await aSeries()
    for (const slug of ['two', 'three']) {
      series.edit('bridge.md', (text) =>
        text.replace(/slug: .*\n/, '').replace('date:', `slug: ${slug}\ndate:`),
      )
      series.now += DAY
      expect(await series.publish()).toEqual([])
    }
    for (const slug of ['the-bridge', 'two']) {
      const answer = await series.get(`/articles/${slug}`)
      expect([answer.status, answer.headers.get('Location')]).toEqual([
        301,
        'https://news.site/articles/three',
      ])
    }
    expect((await series.get('/articles/three')).status).toBe(200)
  })

  it('is gone with its article, which leaves all feeds with a tombstone, and comes back with it', async () => {
    const series = await aSeries()
    series.write('other.md', ['title: Other', 'date: 2026-02-02'], 'Another one.')
    await series.publish()
    const text = series.seeds.get('bridge.md') ?? ''
    series.seeds.delete('bridge.md')
    series.now += DAY
    expect(await series.publish()).toEqual([])
    expect((await series.get('/articles/the-bridge')).status).toBe(410)
    expect((await series.items()).map(({ title }) => title)).toEqual(['Other'])
    expect(await series.deleted()).toEqual([ID])
    series.now += 29 * DAY
    expect(await series.deleted()).toEqual([ID])
    series.now += DAY
    expect(await series.deleted()).toEqual([])
    expect((await series.get('/articles/the-bridge')).status).toBe(410)

    series.seeds.set('bridge.md', text)
    expect(await series.publish()).toEqual([])
    expect((await series.get('/articles/the-bridge')).status).toBe(200)
    expect((await series.items()).map(({ id }) => id)).toContain(ID)
    expect(await series.deleted()).toEqual([])
  })

  it('is gone when an article becomes a draft, and nothing of the draft is told', async () => {
    const series = await aSeries()
    series.edit('bridge.md', (text) => text.replace('date:', 'draft: true\ndate:'))
    expect(await series.publish()).toEqual([])
    expect((await series.get('/articles/the-bridge')).status).toBe(410)
    expect(await series.items()).toEqual([])
  })

  it('is not known of an article that was taken away before it was shown', async () => {
    const series = await aSeries()
    series.write('soon.md', ['title: Soon', 'date: 2026-04-01', 'slug: soon'], 'Not yet.')
    expect(await series.publish()).toEqual([])
    series.edit('soon.md', (text) => text.replace('slug: soon', 'slug: later'))
    series.now += DAY
    expect(await series.publish()).toEqual([])
    expect((await series.get('/articles/soon')).status).toBe(404)
    series.seeds.delete('soon.md')
    series.now += DAY
    expect(await series.publish()).toEqual([])
    for (const slug of ['soon', 'later']) expect((await series.get(`/articles/${slug}`)).status).toBe(404)
    expect(series.ledger).not.toMatch(/soon|later/)
  })
})

describe('a new article', () => {
  it('has one id, slug and first publication on every machine, until the ledger is kept', async () => {
    const kept = (await aSeries()).ledger
    const made = await Promise.all(
      ['2026-03-05T01:00:00Z', '2027-01-02T23:00:00Z'].map(async (now) => {
        const series = await aSeries()
        series.now = Date.parse(now)
        series.seeds.set('ledger.json', kept)
        series.write('news.md', ['title: News', 'date: 2026-03-04'], 'Fresh.')
        expect(await series.publish()).toEqual([])
        return (await series.items()).map(({ id, url, published, updated }) => ({
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
