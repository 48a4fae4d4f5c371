import { afterEach, describe, expect, it, vi } from 'vitest'
import { FEED_ALIASES } from '../../src/edge/aliases.ts'
import { instant } from '../../src/model/instant.ts'
import { anApp, BUILT_AT } from '../support/an-app.ts'
import { aNumberedArticle, aPublication } from '../support/an-article.ts'
import { sha256 } from '../support/sha256.ts'

const { app, reads } = anApp(aPublication([1, 2, 3].map((index) => aNumberedArticle(index))))

afterEach(() => {
  vi.restoreAllMocks()
})

describe('createApp', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', 'public, max-age=300'],
    ['/feed', 'application/rss+xml; charset=utf-8', 'public, max-age=1800'],
    ['/feed.rss', 'application/rss+xml; charset=utf-8', 'public, max-age=1800'],
    ['/feed.atom', 'application/atom+xml; charset=utf-8', 'public, max-age=1800'],
    ['/feed.json', 'application/feed+json; charset=utf-8', 'public, max-age=1800'],
    ['/articles/articolo-1', 'text/html; charset=utf-8', 'public, max-age=300'],
    ['/articles/articolo-1.json', 'application/json; charset=utf-8', 'public, max-age=300'],
    ['/articles/articolo-1.md', 'text/markdown; charset=utf-8', 'public, max-age=300'],
    ['/style.css', 'text/css; charset=utf-8', 'public, max-age=300'],
  ])('answers %s with its type and validators', async (path, type, cacheControl) => {
    const response = await app.request(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe(type)
    expect(response.headers.get('Cache-Control')).toBe(cacheControl)
    expect(response.headers.get('ETag')).toMatch(/^W\/"[0-9a-f]{32}(\.[0-9a-z]+)?"$/)
    expect(response.headers.get('Vary')).toContain('Accept-Encoding')
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(Number(response.headers.get('Content-Length'))).toBe((await response.arrayBuffer()).byteLength)
  })

  it('gives no Last-Modified of what lists articles, where one with an older date may come in', async () => {
    for (const path of ['/', '/feed.rss', '/feed.atom', '/feed.json', '/feed']) {
      expect((await app.request(path)).headers.get('Last-Modified')).toBeNull()
    }
  })

  it('gives Last-Modified of an article from its content', async () => {
    const article = await app.request('/articles/articolo-1')
    expect(article.headers.get('Last-Modified')).toBe('Wed, 01 Jan 2025 13:00:00 GMT')
  })

  it('answers 304 with the validators and without a body or its headers', async () => {
    const etag = (await app.request('/feed.rss')).headers.get('ETag') ?? ''
    const response = await app.request('/feed.rss', { headers: { 'If-None-Match': etag } })
    expect(response.status).toBe(304)
    expect(response.headers.get('ETag')).toBe(etag)
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=1800')
    expect(response.headers.get('Vary')).toBe('Accept-Encoding')
    expect(response.headers.get('Content-Type')).toBeNull()
    expect(response.headers.get('Content-Length')).toBeNull()
    expect(await response.text()).toBe('')
  })

  it('answers 304 by date', async () => {
    const headers = { 'If-Modified-Since': 'Wed, 01 Jan 2025 13:00:00 GMT' }
    expect((await app.request('/articles/articolo-1', { headers })).status).toBe(304)
    expect((await app.request('/feed.rss', { headers })).status).toBe(200)
  })

  it('answers HEAD as GET, without the body', async () => {
    const get = await app.request('/feed.atom')
    const head = await app.request('/feed.atom', { method: 'HEAD' })
    expect(head.status).toBe(200)
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(get.headers))
    expect(await head.text()).toBe('')
  })

  it('gives the bytes compressed to who takes gzip, and plain to who does not, under one tag', async () => {
    const plain = await app.request('/feed.json')
    const gzip = await app.request('/feed.json', { headers: { 'Accept-Encoding': 'gzip' } })
    expect(plain.headers.get('Content-Encoding')).toBeNull()
    expect(gzip.headers.get('Content-Encoding')).toBe('gzip')
    expect(gzip.headers.get('ETag')).toBe(plain.headers.get('ETag'))
    const unpacked = new Response(gzip.body?.pipeThrough(new DecompressionStream('gzip')))
    expect(await unpacked.text()).toBe(await plain.text())
  })

  it('varies by Accept only where it negotiates', async () => {
    expect((await app.request('/feed')).headers.get('Vary')).toBe('Accept, Accept-Encoding')
    expect((await app.request('/feed.rss')).headers.get('Vary')).toBe('Accept-Encoding')
  })

  it.each(Object.entries(FEED_ALIASES))('redirects %s to %s', async (alias, target) => {
    const response = await app.request(alias)
    expect(response.status).toBe(301)
    expect(response.headers.get('Location')).toBe(`https://example.org${target}`)
  })

  it('redirects an address with a slash too many', async () => {
    const response = await app.request('/feed/')
    expect(response.status).toBe(301)
    expect(response.headers.get('Location')).toBe('https://example.org/feed')
  })

  it.each([
    ['/articles/none.json', {}, 'application/json; charset=utf-8'],
    ['/articles/none.md', {}, 'text/plain; charset=utf-8'],
    ['/articles/none', { Accept: 'text/html,*/*;q=0.8' }, 'text/html; charset=utf-8'],
    ['/none', { Accept: 'application/json' }, 'application/json; charset=utf-8'],
    ['/none', {}, 'text/plain; charset=utf-8'],
    ['/feed.zip', {}, 'text/plain; charset=utf-8'],
    ['/style', {}, 'text/plain; charset=utf-8'],
    ['/%ff', {}, 'text/plain; charset=utf-8'],
    ['/articles/none.constructor', {}, 'text/plain; charset=utf-8'],
  ])(
    'answers 404 for %s with %j in a form that helps',
    async (path, headers: Record<string, string>, type) => {
      const response = await app.request(path, { headers })
      expect(response.status).toBe(404)
      expect(response.headers.get('Content-Type')).toBe(type)
      expect(response.headers.get('Cache-Control')).toBe('public, max-age=60')
      expect(response.headers.get('ETag')).toBeNull()
      expect(await response.text()).toContain('https://example.org/feed.rss')
    },
  )

  it('names itself, its other forms and their types in a Link header, on HEAD and 304 too', async () => {
    const link = [
      '<https://example.org/feed.rss>; rel="alternate"; type="application/rss+xml"',
      '<https://example.org/feed.atom>; rel="self"; type="application/atom+xml"',
      '<https://example.org/feed.json>; rel="alternate"; type="application/feed+json"',
      '<https://example.org/feed>; rel="alternate"; type="text/html"',
    ].join(', ')
    const get = await app.request('/feed.atom')
    expect(get.headers.get('Link')).toBe(link)
    expect((await app.request('/feed.atom', { method: 'HEAD' })).headers.get('Link')).toBe(link)
    const known = { 'If-None-Match': get.headers.get('ETag') ?? '' }
    expect((await app.request('/feed.atom', { headers: known })).headers.get('Link')).toBe(link)
  })

  it('names the hubs of a feed, and of nothing else', async () => {
    const { app: hubbed } = anApp(aPublication([aNumberedArticle(1)], { hubs: ['https://hub.example/'] }))
    expect((await hubbed.request('/feed.rss')).headers.get('Link')).toContain(
      '<https://hub.example/>; rel="hub"',
    )
    expect((await hubbed.request('/articles/articolo-1')).headers.get('Link')).not.toContain('hub')
  })

  it('says where the form that it negotiated has an address of its own', async () => {
    expect((await app.request('/feed')).headers.get('Content-Location')).toBe('https://example.org/feed.rss')
    const page = await app.request('/feed', {
      headers: { Accept: 'text/html', 'Sec-Fetch-Dest': 'document' },
    })
    expect(page.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('Content-Location')).toBeNull()
    expect((await app.request('/feed.rss')).headers.get('Content-Location')).toBeNull()
  })

  it('gives the first entries of a feed as a feed, under a tag of its own', async () => {
    const whole = await app.request('/feed.json')
    const first = await app.request('/feed.json?limit=1&utm_source=x')
    expect(JSON.parse(await first.text()).items.map(({ title }: { title: string }) => title)).toEqual([
      'Articolo 3',
    ])
    const tag = first.headers.get('ETag') ?? ''
    expect(tag).not.toBe(whole.headers.get('ETag'))
    expect((await app.request('/feed.json?limit=1', { headers: { 'If-None-Match': tag } })).status).toBe(304)
    expect((await app.request('/feed.json', { headers: { 'If-None-Match': tag } })).status).toBe(200)
    expect((await app.request('/feed.json?limit=2', { headers: { 'If-None-Match': tag } })).status).toBe(200)
  })

  it('gives the whole feed where it has no more than the limit, and where others ask for other things', async () => {
    const whole = await (await app.request('/feed.rss')).text()
    for (const query of ['limit=3', 'limit=30', 'utm_source=x', 'fbclid=1&limit=29']) {
      expect(await (await app.request(`/feed.rss?${query}`)).text()).toBe(whole)
    }
  })

  it('names a limited feed by its own address, and leads there', async () => {
    const limited = await app.request('/feed?limit=1')
    expect(limited.headers.get('Content-Location')).toBe('https://example.org/feed.rss?limit=1')
    expect(limited.headers.get('Link')).toContain('<https://example.org/feed.rss?limit=1>; rel="self"')
    for (const path of ['/rss.xml?limit=2&x=y', '/feed.rss/?limit=2', '/rss?limit=2']) {
      expect((await app.request(path)).headers.get('Location')).toBe('https://example.org/feed.rss?limit=2')
    }
    expect((await app.request('/rss?limit=none')).headers.get('Location')).toBe(
      'https://example.org/feed.rss',
    )
  })

  it('says what a limit can be', async () => {
    for (const query of ['limit=0', 'limit=31', 'limit=ten', 'limit=1&limit=2']) {
      const response = await app.request(`/feed.atom?${query}`)
      expect(response.status).toBe(400)
      expect(await response.text()).toBe(
        'limit is to be given once, as a whole number from 1 to 30: ?limit=10\n',
      )
    }
    expect((await app.request('/?limit=ten')).status).toBe(200)
  })

  it('gives who asks for a delta the entries that it lacks', async () => {
    const older = anApp(aPublication([1, 2].map((index) => aNumberedArticle(index))))
    const known = (await older.app.request('/feed.atom')).headers.get('ETag') ?? ''
    const headers = { 'A-IM': 'feed', 'If-None-Match': known, 'Accept-Encoding': 'gzip' }
    const delta = await app.request('/feed.atom', { headers })
    expect(delta.status).toBe(226)
    expect(delta.headers.get('IM')).toBe('feed')
    expect(delta.headers.get('Cache-Control')).toBe('no-store')
    expect(delta.headers.get('Cloudflare-CDN-Cache-Control')).toBeNull()
    expect(delta.headers.get('Vary')).toBe('Accept-Encoding, A-IM, If-None-Match')
    expect(delta.headers.get('ETag')).toBe((await app.request('/feed.atom')).headers.get('ETag'))
    const unpacked = new Response(delta.body?.pipeThrough(new DecompressionStream('gzip')))
    expect((await unpacked.text()).match(/<entry/g)).toHaveLength(1)
    const { 'A-IM': _, ...plain } = headers
    expect((await app.request('/feed.atom', { headers: plain })).status).toBe(200)
  })

  it('gives the whole feed where the site wants no deltas', async () => {
    const feed = { items: 30, bytes: 250_000, content: 'full', deltas: false } as const
    const older = anApp(aPublication([aNumberedArticle(1)], { feed }))
    const newer = anApp(aPublication([aNumberedArticle(1), aNumberedArticle(2)], { feed }))
    const known = (await older.app.request('/feed.rss')).headers.get('ETag') ?? ''
    const headers = { 'A-IM': 'feed', 'If-None-Match': known }
    expect((await newer.app.request('/feed.rss', { headers })).status).toBe(200)
  })

  it('answers 412 where a precondition fails', async () => {
    const response = await app.request('/feed.rss', { headers: { 'If-Match': '"x"' } })
    expect(response.status).toBe(412)
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    const since = { 'If-Unmodified-Since': 'Wed, 01 Jan 2025 12:59:59 GMT' }
    expect((await app.request('/articles/articolo-1', { headers: since })).status).toBe(412)
  })

  it('lets no precondition change what is not there, or is elsewhere', async () => {
    const headers = { 'If-Match': '"x"', 'If-None-Match': '*' }
    expect((await app.request('/articles/none', { headers })).status).toBe(404)
    expect((await app.request('/rss.xml', { headers })).status).toBe(301)
  })

  it('lets nothing be kept past the next moment of the publication', async () => {
    const soon = instant(BUILT_AT + 100_500)
    const { app: scheduled } = anApp(
      aPublication([aNumberedArticle(1), aNumberedArticle(2, { published: soon, updated: soon })]),
    )
    for (const path of ['/feed.rss', '/', '/articles/articolo-1']) {
      expect((await scheduled.request(path)).headers.get('Cache-Control')).toBe('public, max-age=100')
    }
  })

  it('answers a preflight, and lets apps read its validators', async () => {
    const preflight = await app.request('/feed.json', {
      method: 'OPTIONS',
      headers: { Origin: 'https://app.example', 'Access-Control-Request-Headers': 'if-none-match' },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('If-None-Match')
    expect(preflight.headers.get('Access-Control-Allow-Origin')).toBe('*')
    for (const path of ['/feed.json', '/articles/none', '/rss.xml', '/feed.json?limit=0']) {
      const response = await app.request(path)
      expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
      expect(response.headers.get('Access-Control-Expose-Headers')).toContain('ETag, Link')
    }
  })

  it('protects pages, and asks for https where the site is there', async () => {
    const page = await app.request('/')
    expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    expect(page.headers.get('Strict-Transport-Security')).toBe('max-age=31536000')
    const { app: local } = anApp(aPublication([], { url: 'http://127.0.0.1:8787' }))
    expect((await local.request('/')).headers.get('Strict-Transport-Security')).toBeNull()
    for (const header of ['Set-Cookie', 'Server', 'X-Powered-By']) expect(page.headers.get(header)).toBeNull()
  })

  it('names the methods that it answers', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'PROPFIND']) {
      const response = await app.request('/feed.rss', { method })
      expect(response.status).toBe(405)
      expect(response.headers.get('Allow')).toBe('GET, HEAD, OPTIONS')
      expect(response.headers.get('Cache-Control')).toBe('no-store')
    }
    const options = await app.request('/feed.rss', { method: 'OPTIONS' })
    expect(options.status).toBe(204)
    expect(options.headers.get('Allow')).toBe('GET, HEAD, OPTIONS')
  })

  it('reads no pack for what can be at no address of its own', async () => {
    await app.request('/')
    const before = reads.length
    await app.request('/wp-login.php')
    await app.request('/feed.rss')
    expect(reads.length).toBe(before)
  })

  it('answers 503, and says so in the log, where a pack cannot be read', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    // A body that does not compress, so that the article does not ride along.
    const html = `<p>${Array.from({ length: 300 }, (_, index) => sha256(Uint8Array.of(index))).join(' ')}</p>`
    const publication = aPublication([aNumberedArticle(1), aNumberedArticle(2, { html, inFeeds: false })])
    const broken = anApp(publication, () => BUILT_AT, 15_000)
    await broken.app.request('/')
    broken.packs.clear()
    const response = await broken.app.request('/articles/none')
    expect(response.status).toBe(503)
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect(response.headers.get('Retry-After')).toBe('60')
    expect(await response.text()).toBe('This cannot be read just now. Try again in a minute.\n')
    const line = JSON.parse(String(log.mock.calls[0]?.[0]))
    expect(line).toMatchObject({ level: 'error', error: 'PackUnavailable', path: '/articles/none' })
    expect(line.pack).toMatch(/^[0-9a-f]{64}$/)
    expect((await broken.app.request('/feed.rss')).status).toBe(200)
  })

  it('answers 503 where a pack is not what was stored', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const broken = anApp(aPublication([aNumberedArticle(1)]))
    for (const key of broken.packs.keys()) broken.packs.set(key, new Uint8Array(10))
    expect((await broken.app.request('/')).status).toBe(503)
  })

  it('shows an article from its moment on and until it expires', async () => {
    const appears = instant(BUILT_AT + 3_600_000)
    const expires = instant(BUILT_AT + 7_200_000)
    let now = BUILT_AT
    const scheduled = anApp(
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
    expect(await seen()).toEqual([404, 1, before])
  })

  it('serves below the path of the site, and nothing outside it', async () => {
    const below = anApp(aPublication([aNumberedArticle(1)], { url: 'https://example.org/news' }))
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
