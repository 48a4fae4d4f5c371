import { afterEach, describe, expect, it, vi } from 'vitest'
import { instant } from '../../src/model/instant.ts'
import { anApp, BUILT_AT } from '../support/an-app.ts'
import { aNumberedArticle, aPublication } from '../support/an-article.ts'
import { sha256 } from '../support/sha256.ts'

const { app, reads } = await anApp(aPublication([1, 2, 3].map((index) => aNumberedArticle(index))))

afterEach(() => {
  vi.restoreAllMocks()
})

describe('createApp, with a release and its store', () => {
  it('lets nothing be kept past the next moment of the publication', async () => {
    const soon = instant(BUILT_AT + 100_500)
    const { app: scheduled } = await anApp(
      aPublication([aNumberedArticle(1), aNumberedArticle(2, { published: soon, updated: soon })]),
    )
    for (const path of ['/feed.rss', '/']) {
      expect((await scheduled.request(path)).headers.get('Cache-Control')).toBe('public, max-age=100')
    }
  })

  it('lets what does not change at the next moment be kept as long as ever', async () => {
    const soon = instant(BUILT_AT + 100_500)
    const articles = [aNumberedArticle(1), aNumberedArticle(2, { published: soon, updated: soon })]
    const { app: scheduled } = await anApp(aPublication(articles))
    const response = await scheduled.request('/articles/articolo-1')
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=300')
  })

  it('reads no pack for what names nothing', async () => {
    await app.request('/')
    const before = reads.length
    await app.request('/wp-login.php')
    await app.request('/articles/none')
    await app.request('/tags/none.rss')
    await app.request('/feed.rss')
    expect(reads.length).toBe(before)
  })

  it('answers 503, and says so in the log, where a pack cannot be read', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    // A body that does not compress, so that the article does not ride along.
    const html = `<p>${Array.from({ length: 300 }, (_, index) => sha256(Uint8Array.of(index))).join(' ')}</p>`
    const publication = aPublication([aNumberedArticle(1), aNumberedArticle(2, { html, inFeeds: false })])
    const broken = await anApp(publication, () => BUILT_AT, 15_000)
    await broken.app.request('/')
    broken.packs.clear()
    const response = await broken.app.request('/articles/articolo-2')
    expect(response.status).toBe(503)
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect(response.headers.get('Retry-After')).toBe('60')
    expect(await response.text()).toBe('This cannot be read just now. Try again in a minute.\n')
    const line = JSON.parse(String(log.mock.calls[0]?.[0]))
    expect(line).toMatchObject({ level: 'error', error: 'PackUnavailable', path: '/articles/articolo-2' })
    expect(line.pack).toMatch(/^[0-9a-f]{64}$/)
    expect((await broken.app.request('/feed.rss')).status).toBe(200)
    // The release itself tells that this is nothing.
    expect((await broken.app.request('/articles/none')).status).toBe(404)
  })

  it('answers 503 where a pack is not what was stored, and as problem details where JSON is asked for', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const broken = await anApp(aPublication([aNumberedArticle(1)]))
    for (const key of broken.packs.keys()) broken.packs.set(key, new Uint8Array(10))
    expect((await broken.app.request('/')).status).toBe(503)
    for (const [path, accept] of [
      ['/feed.json', '*/*'],
      ['/none.json', '*/*'],
      ['/', 'application/json'],
    ] as const) {
      const { status, headers } = await broken.app.request(path, { headers: { Accept: accept } })
      expect([path, status, headers.get('Content-Type'), headers.get('Cache-Control')]).toEqual([
        path,
        503,
        'application/problem+json; charset=utf-8',
        'no-store',
      ])
    }
  })

  it('shows an article from its moment on and until it expires', async () => {
    const appears = instant(BUILT_AT + 3_600_000)
    const expires = instant(BUILT_AT + 7_200_000)
    let now = BUILT_AT
    const scheduled = await anApp(
      aPublication([
        aNumberedArticle(1),
        aNumberedArticle(2, { published: appears, updated: appears, expires }),
      ]),
      () => now,
    )
    const seen = async () => {
      const article = await scheduled.app.request('/articles/articolo-2')
      const feed = await scheduled.app.request('/feed.json')
      return [article.status, JSON.parse(await feed.text()).items.length, feed.headers.get('ETag')]
    }
    const [, , before] = await seen()
    expect(await seen()).toEqual([404, 1, before])
    now = instant(appears - 1)
    expect(await seen()).toEqual([404, 1, before])
    now = appears
    const shown = await seen()
    expect(shown).toEqual([200, 2, expect.not.stringMatching(String(before))])
    now = expires
    expect(await seen()).toEqual([410, 1, expect.not.stringMatching(String(before))])
  })

  it('serves below the path of the site, and nothing outside it', async () => {
    const below = await anApp(aPublication([aNumberedArticle(1)], { url: 'https://example.org/news' }))
    expect((await below.app.request('/news/feed.rss')).status).toBe(200)
    expect((await below.app.request('/news/')).status).toBe(200)
    expect((await below.app.request('/news')).status).toBe(200)
    expect((await below.app.request('/news/articles/articolo-1')).status).toBe(200)
    expect((await below.app.request('/feed.rss')).status).toBe(404)
    expect((await below.app.request('/news/rss.xml')).headers.get('Location')).toBe(
      'https://example.org/news/feed.rss',
    )
  })
})
