import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import { FolderSeries } from '../support/folder-series.ts'

const DAY = 86_400_000
const SITE = 'https://news.site'

function aSeries(): FolderSeries {
  return new FolderSeries('2026-03-01T12:00:00Z')
}

async function textOf(series: FolderSeries, path: string): Promise<string> {
  const response = await series.get(path)
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}`)
  return response.text()
}

/** The titles of a feed's items by three parsers that are not ours, which must read the same. */
async function titlesIn(series: FolderSeries, stem: string): Promise<readonly (string | undefined)[]> {
  const json = parseJsonFeed(await textOf(series, `${stem}.json`)).items?.map(({ title }) => title) ?? []
  const rss = parseRssFeed(await textOf(series, `${stem}.rss`)).items?.map(({ title }) => title) ?? []
  const atom =
    parseAtomFeed(await textOf(series, `${stem}.atom`)).entries?.map(({ title }) => title?.value) ?? []
  expect(rss).toEqual(json)
  expect(atom).toEqual(json)
  return json
}

describe('a term', () => {
  it('has the articles of its tag, author, section and language, in every form', async () => {
    const series = aSeries()
    series.write(
      'cronaca/a.md',
      ['title: A', 'date: 2026-02-01', 'tags: [Russia, C++]', 'author: Ada'],
      'Words.',
    )
    series.write('b.md', ['title: B', 'date: 2026-02-02', 'tags: [russia]', 'language: it'], 'Parole.')
    expect(await series.publish()).toEqual([])
    expect(await titlesIn(series, '/tags/russia')).toEqual(['B', 'A'])
    expect(await titlesIn(series, '/tags/c-plus-plus')).toEqual(['A'])
    expect(await titlesIn(series, '/authors/ada')).toEqual(['A'])
    expect(await titlesIn(series, '/sections/cronaca')).toEqual(['A'])
    expect(await titlesIn(series, '/languages/it')).toEqual(['B'])
    const page = await textOf(series, '/tags/russia').catch(() => '')
    expect(page).toContain('<rss')
    const html = await series.get('/tags/russia', { Accept: 'text/html' })
    expect(await html.text()).toContain('News – Russia')
    expect((await series.get('/tags/c')).status).toBe(404)
  })

  it('answers under names of any script', async () => {
    const series = aSeries()
    series.write('a.md', ['title: A', 'date: 2026-02-01', 'tags: [Россия, 中国]'], 'Words.')
    expect(await series.publish()).toEqual([])
    expect(await titlesIn(series, `/tags/${encodeURIComponent('россия')}`)).toEqual(['A'])
    expect(await textOf(series, '/feeds.opml')).toContain(`${SITE}/tags/${encodeURIComponent('中国')}.rss`)
  })

  it('keeps answering, with an empty feed, when its last article is gone', async () => {
    const series = aSeries()
    series.write('a.md', ['title: A', 'date: 2026-02-01', 'tags: [Rare]'], 'Words.')
    series.write('b.md', ['title: B', 'date: 2026-02-01'], 'More words.')
    expect(await series.publish()).toEqual([])
    series.seeds.delete('a.md')
    series.now += DAY
    expect(await series.publish()).toEqual([])
    expect(await titlesIn(series, '/tags/rare')).toEqual([])
    expect((await series.get('/tags/rare', { Accept: 'text/html' })).status).toBe(200)
  })

  it('comes to be at the moment of its first article, and not before', async () => {
    const series = aSeries()
    series.write('a.md', ['title: A', 'date: 2026-02-01'], 'Words.')
    series.write('b.md', ['title: B', 'date: 2026-03-05T10:00:00Z', 'tags: [Secret]'], 'More words.')
    expect(await series.publish()).toEqual([])
    for (const path of ['/tags/secret', '/tags/secret.rss', '/tags/secret.json'])
      expect((await series.get(path)).status).toBe(404)
    const lists = ['/feeds.opml', '/sitemap.xml', '/llms.txt', '/news-sitemap.xml']
    for (const path of lists) expect(await textOf(series, path)).not.toMatch(/secret|articles\/b/)
    series.now = Date.parse('2026-03-05T10:00:00Z')
    expect(await titlesIn(series, '/tags/secret')).toEqual(['B'])
    expect(await textOf(series, '/feeds.opml')).toContain('/tags/secret.rss')
    for (const path of lists.slice(1)) expect(await textOf(series, path)).toContain('articles/b')
    series.now += 2 * DAY
    expect(await textOf(series, '/news-sitemap.xml')).not.toContain('articles/b')
  })

  it('keeps an article out of all feeds that says so, and on the site', async () => {
    const series = aSeries()
    series.write('a.md', ['title: A', 'date: 2026-02-01', 'tags: [x]', 'feed: false'], 'Words.')
    series.write('b.md', ['title: B', 'date: 2026-02-02', 'tags: [x]'], 'More words.')
    expect(await series.publish()).toEqual([])
    for (const stem of ['/feed', '/tags/x', '/archive/1']) expect(await titlesIn(series, stem)).toEqual(['B'])
    expect((await series.get('/articles/a')).status).toBe(200)
    expect(await textOf(series, '/sitemap.xml')).toContain('/articles/a')
  })

  it('changes only with its own articles', async () => {
    const series = aSeries()
    series.write('a.md', ['title: A', 'date: 2026-02-01', 'tags: [one]', 'author: Ada'], 'Words.')
    series.write('b.md', ['title: B', 'date: 2026-02-02', 'tags: [two]', 'author: Bo'], 'More words.')
    expect(await series.publish()).toEqual([])
    const tagOf = async (path: string) => (await series.get(path)).headers.get('ETag')
    const before = [
      await tagOf('/tags/one.rss'),
      await tagOf('/authors/ada.rss'),
      await tagOf('/tags/two.rss'),
    ]
    series.write('c.md', ['title: C', 'date: 2026-03-01', 'tags: [two]', 'author: Bo'], 'Still more.')
    series.now += DAY
    expect(await series.publish()).toEqual([])
    const after = [
      await tagOf('/tags/one.rss'),
      await tagOf('/authors/ada.rss'),
      await tagOf('/tags/two.rss'),
    ]
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2))
    expect(after[2]).not.toBe(before[2])
  })
})

describe('the archive', () => {
  const NEXT = {
    rss: (text: string) => parseRssFeed(text).atom?.links?.find(({ rel }) => rel === 'prev-archive')?.href,
    atom: (text: string) => parseAtomFeed(text).links?.find(({ rel }) => rel === 'prev-archive')?.href,
    json: (text: string) => parseJsonFeed(text).next_url,
  }
  const IDS = {
    rss: (text: string) => parseRssFeed(text).items?.map(({ guid }) => guid?.value),
    atom: (text: string) => parseAtomFeed(text).entries?.map(({ id }) => id),
    json: (text: string) => parseJsonFeed(text).items?.map(({ id }) => id),
  }

  /** Walks from the feed to the very first document, as a new subscriber's reader does. */
  async function walk(
    series: FolderSeries,
    form: keyof typeof NEXT,
  ): Promise<readonly (readonly string[])[]> {
    const documents: string[][] = []
    for (let url: string | undefined = `${SITE}/feed.${form}`; url !== undefined; ) {
      const text = await textOf(series, url)
      documents.push((IDS[form](text) ?? []).map(String))
      if (documents.length > 50) throw new Error('The archives do not end')
      url = NEXT[form](text)
    }
    return documents
  }

  function writeMany(series: FolderSeries, from: number, count: number): void {
    for (let index = from; index < from + count; index += 1) {
      const date = new Date(Date.parse('2025-06-01T00:00:00Z') + index * DAY).toISOString()
      series.write(`n${index}.md`, [`title: Number ${index}`, `date: ${date}`], `The words of ${index}.`)
    }
  }

  it.each(['rss', 'atom', 'json'] as const)('leads from the %s feed to every article', async (form) => {
    const series = aSeries()
    writeMany(series, 0, 173)
    expect(await series.publish()).toEqual([])
    const documents = await walk(series, form)
    const archives = documents.slice(1).flat()
    expect(new Set(documents.flat()).size).toBe(173)
    expect(archives).toHaveLength(new Set(archives).size)
    // The feed has all that is not in a full archive yet, so none that is still filling is on the way.
    expect(documents.slice(1).map(({ length }) => length)).toEqual([50, 50, 50])
  })

  it('goes through the block that is still filling where the feed does not have all of it', async () => {
    const series = new FolderSeries(
      '2026-03-01T12:00:00Z',
      'title: News\nurl: https://news.site\nlanguage: en\nfeed: { items: 5 }\n',
    )
    writeMany(series, 0, 73)
    expect(await series.publish()).toEqual([])
    const documents = await walk(series, 'atom')
    expect(documents.map(({ length }) => length)).toEqual([5, 23, 50])
    expect(new Set(documents.flat()).size).toBe(73)
  })

  it('never changes a block that is full, whatever comes in with whatever date', async () => {
    const series = aSeries()
    writeMany(series, 0, 120)
    expect(await series.publish()).toEqual([])
    const paths = ['/archive/1.rss', '/archive/2.atom', '/archive/1.json', '/archive/2.json']
    const before = await Promise.all(paths.map((path) => textOf(series, path)))
    writeMany(series, 120, 60)
    series.write('old.md', ['title: Old', 'date: 2020-01-01'], 'From long ago.')
    series.now += DAY
    await series.publish({ accept: true })
    expect(await Promise.all(paths.map((path) => textOf(series, path)))).toEqual(before)
    const documents = await walk(series, 'json')
    expect(new Set(documents.flat()).size).toBe(181)
  })

  it('says what it is, and names no hub', async () => {
    const series = new FolderSeries(
      '2026-03-01T12:00:00Z',
      'title: News\nurl: https://news.site\nlanguage: en\nhub: https://hub.news.site/\n',
    )
    writeMany(series, 0, 51)
    expect(await series.publish()).toEqual([])
    const atom = await textOf(series, '/archive/1.atom')
    expect(atom).toContain('<fh:archive xmlns:fh="http://purl.org/syndication/history/1.0"/>')
    expect(atom).toContain(`rel="current" type="application/atom+xml" href="${SITE}/feed.atom"`)
    expect(atom).not.toContain('rel="hub"')
    expect(await textOf(series, '/feed.atom')).not.toContain('fh:archive')
  })

  it('takes in what is scheduled at its moment', async () => {
    const series = aSeries()
    writeMany(series, 0, 50)
    series.write('soon.md', ['title: Soon', 'date: 2026-03-02T00:00:00Z'], 'Not yet.')
    expect(await series.publish()).toEqual([])
    expect((await series.get('/archive/2')).status).toBe(404)
    series.now = Date.parse('2026-03-02T00:00:00Z')
    expect(await titlesIn(series, '/archive/2')).toEqual(['Soon'])
    expect(await titlesIn(series, '/archive/1')).toHaveLength(50)
  })
})

describe('translations', () => {
  it('name each other from the moment on at which both are there', async () => {
    const series = aSeries()
    series.write('a.md', ['title: A', 'date: 2026-02-01', 'language: en', 'translationKey: k'], 'Words.')
    series.write('b.md', ['title: B', 'date: 2026-03-02', 'language: it', 'translationKey: k'], 'Parole.')
    expect(await series.publish()).toEqual([])
    const page = async (slug: string) =>
      (await series.get(`/articles/${slug}`, { Accept: 'text/html' })).text()
    expect(await page('a')).not.toContain('hreflang="it"')
    series.now = Date.parse('2026-03-02T12:00:00Z')
    expect(await page('a')).toContain('hreflang="it"')
    expect(await page('b')).toContain('hreflang="en"')
    expect(await textOf(series, '/sitemap.xml')).toContain('hreflang="it"')
  })
})
