import { describe, expect, it } from 'vitest'
import { FEED_ALIASES } from '../../src/edge/app.ts'
import { instant } from '../../src/model/instant.ts'
import { anApp } from '../support/an-app.ts'
import { aNumberedArticle, aPublication } from '../support/an-article.ts'

const { app } = await anApp(aPublication([1, 2, 3].map((index) => aNumberedArticle(index))))

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
    ['/languages/it.json', 'application/feed+json; charset=utf-8', 'public, max-age=1800'],
    ['/archive/1.atom', 'application/atom+xml; charset=utf-8', 'public, max-age=1800'],
    ['/feeds.opml', 'text/x-opml; charset=utf-8', 'public, max-age=300'],
    ['/sitemap.xml', 'application/xml; charset=utf-8', 'public, max-age=300'],
    ['/news-sitemap.xml', 'application/xml; charset=utf-8', 'public, max-age=300'],
    ['/robots.txt', 'text/plain; charset=utf-8', 'public, max-age=300'],
    ['/llms.txt', 'text/plain; charset=utf-8', 'public, max-age=300'],
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

  it('gives Last-Modified of what lists articles from the last change of any, listed or not', async () => {
    const changed = instant(Date.UTC(2025, 5, 1))
    const corrected = [aNumberedArticle(1), aNumberedArticle(2, { inFeeds: false, changed })]
    const { app } = await anApp(aPublication(corrected))
    for (const path of ['/', '/feed.rss', '/feed.atom', '/feed.json', '/feed']) {
      expect((await app.request(path)).headers.get('Last-Modified')).toBe('Sun, 01 Jun 2025 00:00:00 GMT')
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

  it.each([
    ['/feed/', '/feed'],
    ['//feed.rss', '/feed.rss'],
    ['/feed.rss//?limit=5&x=y', '/feed.rss?limit=5'],
    ['/articles//articolo-1', '/articles/articolo-1'],
    ['/articles/articolo-1.html/', '/articles/articolo-1.html'],
    ['//rss.xml', '/feed.rss'],
    ['//', '/'],
  ])('redirects %s, which has a slash too many, to %s', async (path, target) => {
    const response = await app.request(`https://example.org${path}`)
    expect(response.status).toBe(301)
    expect(response.headers.get('Location')).toBe(`https://example.org${target}`)
  })

  it.each([
    ['GET', '/feed.json?limit=0', {}, 400],
    ['GET', '/feed.rss?limit=0', { Accept: 'application/json' }, 400],
    ['GET', '/articles/none', { Accept: 'application/problem+json' }, 404],
    ['POST', '/feed.json', {}, 405],
    ['POST', '/feed.json/', {}, 405],
    ['POST', '/', { Accept: 'text/json' }, 405],
    ['DELETE', '/', { Accept: 'application/json, text/plain, */*' }, 405],
    ['GET', '/feed.json', { 'If-Match': '"other"' }, 412],
  ])('tells a program that wants JSON what is wrong: %s %s', async (method, path, headers, status) => {
    const answer = await app.request(path, { method, headers: new Headers(Object.entries(headers)) })
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ])
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(answer.headers.get('Vary')).toContain('Accept')
    expect(await answer.json()).toMatchObject({
      type: 'about:blank',
      title: expect.stringMatching(/^[A-Z]/),
      status,
      detail: expect.stringMatching(/\S/),
    })
  })

  it.each([
    ['/articles/none.json', {}, 'application/problem+json; charset=utf-8'],
    ['/articles/none.md', {}, 'text/plain; charset=utf-8'],
    ['/articles/none', { Accept: 'text/html,*/*;q=0.8' }, 'text/html; charset=utf-8'],
    ['/none', { Accept: 'application/json' }, 'application/problem+json; charset=utf-8'],
    ['/none', { Accept: 'application/feed+json, */*' }, 'application/problem+json; charset=utf-8'],
    ['/none.json', {}, 'application/problem+json; charset=utf-8'],
    ['/none.json/', {}, 'application/problem+json; charset=utf-8'],
    ['/articles//none.json', {}, 'application/problem+json; charset=utf-8'],
    ['/none', { Accept: 'text/json' }, 'application/problem+json; charset=utf-8'],
    ['/none', { Accept: '*/json, */*;q=0.1' }, 'application/problem+json; charset=utf-8'],
    ['/nothing/', {}, 'text/plain; charset=utf-8'],
    ['//evil.example/', {}, 'text/plain; charset=utf-8'],
    ['/feed.zip/', {}, 'text/plain; charset=utf-8'],
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

  it.each([
    ['if-none-match', 'what the Worker reads'],
    ['authorization', 'what `*` does not cover'],
    ['x-requested-with, sentry-trace, baggage', 'what libraries add'],
    [Array.from({ length: 1000 }, (_, index) => `x-${index}`).join(), 'very many'],
  ])('allows a preflight whatever it asks for: %.40s, %s', async (names) => {
    const headers = {
      Origin: 'https://app.example',
      'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Headers': names,
    }
    for (const path of ['/feed.json', '/none', '/']) {
      const preflight = await app.request(path, { method: 'OPTIONS', headers })
      // Fetch, "CORS-preflight fetch": `*` stands for any name but Authorization, where no credentials are sent.
      const allowed = (preflight.headers.get('Access-Control-Allow-Headers') ?? '').toLowerCase().split(', ')
      const isAllowed = (name: string) =>
        allowed.includes(name) || (name !== 'authorization' && allowed.includes('*'))
      expect(preflight.status).toBe(204)
      expect(names.split(/, ?/).filter((name) => !isAllowed(name))).toEqual([])
      expect(preflight.headers.get('Access-Control-Allow-Origin')).toBe('*')
      expect(preflight.headers.get('Access-Control-Max-Age')).toBe('86400')
    }
  })

  it.each(['/none.json', '/feed.json?limit=0', '/feed.rss?limit=0'])(
    'answers HEAD for a problem as GET, without the body: %s',
    async (path) => {
      const headers = { Accept: 'application/json' }
      const get = await app.request(path, { headers })
      const head = await app.request(path, { method: 'HEAD', headers })
      expect([head.status, Object.fromEntries(head.headers)]).toEqual([
        get.status,
        Object.fromEntries(get.headers),
      ])
      expect(await head.text()).toBe('')
    },
  )

  it('protects pages, and asks for https where the site is there', async () => {
    const page = await app.request('/')
    expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    expect(page.headers.get('Strict-Transport-Security')).toBe('max-age=31536000')
    const { app: local } = await anApp(aPublication([], { url: 'http://127.0.0.1:8787' }))
    expect((await local.request('/')).headers.get('Strict-Transport-Security')).toBeNull()
    for (const header of ['Set-Cookie', 'Server', 'X-Powered-By']) expect(page.headers.get(header)).toBeNull()
  })

  it.each([
    ['a site', 'https://example.org'],
    ['a site below a path', 'https://example.org/blog'],
  ])('names the methods that it answers, at whatever address of the host of %s', async (_what, url) => {
    const { app } = await anApp(aPublication([], { url }))
    for (const path of ['/feed.rss', '/blog', '/blog/', '/blog/feed.rss', '/other', '/', '//x', '/*']) {
      for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'PROPFIND']) {
        const response = await app.fetch(new Request(`http://example.org${path}`, { method }))
        expect([response.status, path]).toEqual([405, path])
        expect(response.headers.get('Allow')).toBe('GET, HEAD, OPTIONS')
        expect(response.headers.get('Cache-Control')).toBe('no-store')
      }
      const options = await app.fetch(new Request(`http://example.org${path}`, { method: 'OPTIONS' }))
      expect([options.status, path]).toEqual([204, path])
      expect(options.headers.get('Allow')).toBe('GET, HEAD, OPTIONS')
    }
  })
})
