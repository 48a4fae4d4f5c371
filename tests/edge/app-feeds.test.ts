import { describe, expect, it } from 'vitest'
import { anApp } from '../support/an-app.ts'
import { aNumberedArticle, aPublication } from '../support/an-article.ts'

const { app } = await anApp(aPublication([1, 2, 3].map((index) => aNumberedArticle(index))))

describe('createApp, asked for feeds', () => {
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
    const { app: hubbed } = await anApp(
      aPublication([aNumberedArticle(1)], { hubs: ['https://hub.example/'] }),
    )
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
    const older = await anApp(aPublication([1, 2].map((index) => aNumberedArticle(index))))
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
    const feed = { items: 30, bytes: 250_000, content: 'full', deltas: false, tombstoneDays: 30 } as const
    const older = await anApp(aPublication([aNumberedArticle(1)], { feed }))
    const newer = await anApp(aPublication([aNumberedArticle(1), aNumberedArticle(2)], { feed }))
    const known = (await older.app.request('/feed.rss')).headers.get('ETag') ?? ''
    const headers = { 'A-IM': 'feed', 'If-None-Match': known }
    expect((await newer.app.request('/feed.rss', { headers })).status).toBe(200)
  })
})
