import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import type { Slug } from '../../src/model/article.ts'
import { type Instant, instant } from '../../src/model/instant.ts'
import { anApp, BUILT_AT } from '../support/an-app.ts'
import { aNumberedArticle, aPublication } from '../support/an-article.ts'

const HOUR = 3_600_000
const FORMS = ['/feed.rss', '/feed.atom', '/feed.json', '/feed', '/'] as const

/** A moment as clocks in Rome show it. */
function inRome(text: string): Instant {
  return instant(Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Rome').epochMilliseconds)
}

/** An app of these articles with a clock that tests move. */
async function aMovedApp(
  articles: Parameters<typeof aPublication>[0],
  site?: Parameters<typeof aPublication>[1],
) {
  const clock = { now: BUILT_AT }
  const { app } = await anApp(aPublication(articles, site), () => clock.now)
  return {
    clock,
    get: (path: string, headers: Record<string, string> = {}) => app.request(path, { headers }),
    titles: async () =>
      JSON.parse(await (await app.request('/feed.json')).text()).items.map(
        ({ title }: { title: string }) => title,
      ),
  }
}

function scheduled(index: number, published: Instant, overrides = {}) {
  return aNumberedArticle(index, { published, changed: BUILT_AT, ...overrides })
}

describe('createApp, as time goes by', () => {
  it('publishes at the second across the change to summer time and back', async () => {
    const moments = [
      '2026-03-29T01:59:59',
      '2026-03-29T03:00:00',
      '2026-10-25T02:30:00',
      '2026-10-25T03:00:00',
    ]
    const articles = moments.map((text, index) => scheduled(index, inRome(text)))
    const { clock, titles } = await aMovedApp(articles)
    const seen: number[] = []
    for (const { published } of articles) {
      clock.now = instant(published - 1)
      seen.push((await titles()).length)
      clock.now = published
      seen.push((await titles()).length)
    }
    expect(seen).toEqual([0, 1, 1, 2, 2, 3, 3, 4])
    const at = articles.map(({ published }) => new Date(published).toISOString())
    expect(at.slice(0, 2)).toEqual(['2026-03-29T00:59:59.000Z', '2026-03-29T01:00:00.000Z'])
  })

  it('publishes two articles of one moment together', async () => {
    const moment = instant(BUILT_AT + HOUR)
    const { clock, titles, get } = await aMovedApp([scheduled(1, moment), scheduled(2, moment)])
    expect(await titles()).toEqual([])
    clock.now = moment
    expect((await titles()).sort()).toEqual(['Articolo 1', 'Articolo 2'])
    expect((await get('/articles/articolo-1')).status).toBe(200)
    expect((await get('/articles/articolo-2')).status).toBe(200)
  })

  it('has tag, date and lifetime of every list agree at each moment', async () => {
    const moments = [1, 2, 3].map((hours) => instant(BUILT_AT + hours * HOUR))
    const { clock, get } = await aMovedApp(moments.map((moment, index) => scheduled(index, moment)))
    for (const path of FORMS) {
      let before: { etag: string; body: string; modified: number } | undefined
      for (const [index, moment] of [BUILT_AT, ...moments].entries()) {
        for (const now of [moment, instant(moment + HOUR - 10_000)]) {
          clock.now = now
          const answer = await get(path)
          const etag = answer.headers.get('ETag') ?? ''
          const modified = Date.parse(answer.headers.get('Last-Modified') ?? '')
          const body = await answer.text()
          const maxAge = Number(/max-age=(\d+)/.exec(answer.headers.get('Cache-Control') ?? '')?.[1])
          if (index < 3) expect(now + maxAge * 1000).toBeLessThanOrEqual(moment + HOUR)
          expect(maxAge).toBeGreaterThan(0)
          expect(modified).toBeLessThanOrEqual(now)
          if (index > 0) expect(modified).toBe(moment)
          const isNew = now === moment
          expect(etag === before?.etag).toBe(!isNew)
          expect(body === before?.body).toBe(!isNew)
          if (before) {
            const byTag = await get(path, { 'If-None-Match': before.etag })
            const byDate = await get(path, { 'If-Modified-Since': new Date(before.modified).toUTCString() })
            expect([byTag.status, byDate.status]).toEqual(isNew ? [200, 200] : [304, 304])
          }
          before = { etag, body, modified }
        }
      }
    }
  })

  it('shows nothing of 1,000 scheduled articles before their moment, under any address', async () => {
    const secret = (index: number) => `segreto-${index}` as Slug
    const articles = Array.from({ length: 1000 }, (_, index) =>
      scheduled(index, instant(BUILT_AT + (index + 1) * HOUR), {
        slug: secret(index),
        title: `Segreto ${index}`,
      }),
    )
    const { clock, get } = await aMovedApp([...articles, aNumberedArticle(5000)], {
      feed: { items: 5, bytes: 250_000, content: 'full', deltas: true, tombstoneDays: 30 },
    })
    const absent = await get('/articles/nothing-at-all')
    for (const index of [0, 1, 499, 998]) {
      const { published } = articles[index] ?? aNumberedArticle(0)
      clock.now = instant(published - 1000)
      for (const path of [...FORMS, '/404', '/410', '/feed.json?limit=5']) {
        expect(await (await get(path)).text()).not.toContain(`egreto ${index}<`)
        expect(await (await get(path)).text()).not.toContain(`egreto-${index}"`)
      }
      for (const form of ['', '.html', '.json', '.md']) {
        const answer = await get(`/articles/${secret(index)}${form}`)
        expect(answer.status).toBe(404)
        expect([...answer.headers.keys()]).toEqual([...absent.headers.keys()])
      }
      // Nor by the names under which the release knows what comes later.
      const { status } = await get(`/${published}%2Ffeed.rss`)
      expect(status).toBe(404)
      clock.now = published
      expect((await get(`/articles/${secret(index)}`)).status).toBe(200)
      expect(await (await get('/feed.atom')).text()).toContain(`Segreto ${index}<`)
    }
    clock.now = instant(BUILT_AT + 2000 * HOUR)
    expect(JSON.parse(await (await get('/feed.json')).text()).items).toHaveLength(5)
  }, 600_000)

  it('lets no lifetime tell which address a scheduled article will have', async () => {
    const soon = instant(BUILT_AT + 30_000)
    const { get } = await aMovedApp([scheduled(1, soon)])
    const guessed = await get('/articles/articolo-1')
    const absent = await get('/articles/nothing')
    expect(Object.fromEntries(guessed.headers)).toEqual(Object.fromEntries(absent.headers))
    expect(await guessed.text()).toBe(await absent.text())
  })

  it('lets a redirect that never changes be kept for its whole time, whatever comes', async () => {
    const { get } = await aMovedApp([scheduled(1, instant(BUILT_AT + 30_000))])
    const answer = await get('/rss.xml')
    expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([301, 'public, max-age=3600'])
  })

  it('lets a redirect to a page be kept until the page is gone', async () => {
    const { get } = await aMovedApp([aNumberedArticle(1, { expires: instant(BUILT_AT + 30_000) })])
    const answer = await get('/articles/articolo-1.html')
    expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([301, 'public, max-age=30'])
  })

  it('answers 410 for what has expired, in the form that was asked for, and tells readers to take it away', async () => {
    const expires = instant(BUILT_AT + HOUR)
    const { clock, get } = await aMovedApp([aNumberedArticle(1, { expires })])
    expect((await get('/articles/articolo-1')).status).toBe(200)
    clock.now = expires
    const page = await get('/articles/articolo-1', { Accept: 'text/html' })
    expect([page.status, page.headers.get('Content-Type')]).toEqual([410, 'text/html; charset=utf-8'])
    expect(await page.text()).toContain('<h1>Pagina ritirata</h1>')
    const json = await get('/articles/articolo-1.json')
    expect([json.status, JSON.parse(await json.text()).title]).toEqual([410, 'Gone'])
    const { items, _strillone } = JSON.parse(await (await get('/feed.json')).text())
    const id = aNumberedArticle(1).id
    expect([items, _strillone]).toEqual([
      [],
      { deleted: [{ id, date_deleted: new Date(expires).toISOString() }] },
    ])
    expect(await (await get('/feed.atom')).text()).toContain(
      `<at:deleted-entry xmlns:at="http://purl.org/atompub/tombstones/1.0" ref="${id}" when="${new Date(expires).toISOString()}"/>`,
    )
    clock.now = instant(expires + 30 * 24 * HOUR)
    expect(await (await get('/feed.atom')).text()).not.toContain('deleted-entry')
    expect(JSON.parse(await (await get('/feed.json')).text())._strillone).toBeUndefined()
  })

  it('lets no lifetime tell which withdrawn address has something to come', async () => {
    const published = instant(BUILT_AT + 30_000)
    const { app } = await anApp(
      aPublication(
        [scheduled(1, published, { firstPublished: instant(BUILT_AT - HOUR), formerSlugs: ['uno' as Slug] })],
        {},
        [{ id: aNumberedArticle(7).id, slugs: ['via' as Slug], withdrawn: BUILT_AT }],
      ),
    )
    const asked = ['articolo-1', 'uno', 'via'].map((slug) => app.request(`/articles/${slug}`))
    const lifetimes = (await Promise.all(asked)).map(({ status, headers }) => [
      status,
      headers.get('Cache-Control'),
      headers.get('Cloudflare-CDN-Cache-Control'),
    ])
    expect(lifetimes).toEqual(
      Array(3).fill([410, 'public, max-age=30', 'public, max-age=30, stale-if-error=0']),
    )
  })

  it('leads from every former address to the present one, in the same form', async () => {
    const { get } = await aMovedApp([aNumberedArticle(1, { formerSlugs: ['vecchio', 'antico'] as Slug[] })])
    for (const slug of ['vecchio', 'antico']) {
      for (const form of ['', '.json', '.md']) {
        const answer = await get(`/articles/${slug}${form}`)
        expect(answer.status).toBe(301)
        expect(answer.headers.get('Location')).toBe(`https://example.org/articles/articolo-1${form}`)
      }
    }
  })

  it('answers 410 for an article that was shown and is dated ahead by now, until then', async () => {
    const published = instant(BUILT_AT + HOUR)
    const firstPublished = instant(BUILT_AT - HOUR)
    const { clock, get } = await aMovedApp([
      scheduled(1, published, { firstPublished, formerSlugs: ['uno' as Slug] }),
    ])
    expect((await get('/articles/articolo-1')).status).toBe(410)
    expect((await get('/articles/uno')).status).toBe(410)
    clock.now = published
    expect((await get('/articles/articolo-1')).status).toBe(200)
    expect((await get('/articles/uno')).status).toBe(301)
  })

  it('answers 410 for what was withdrawn, under all its addresses', async () => {
    const withdrawal = { id: aNumberedArticle(7).id, slugs: ['a', 'b'] as Slug[], withdrawn: BUILT_AT }
    const { app } = await anApp(aPublication([aNumberedArticle(1)], {}, [withdrawal]))
    for (const path of ['/articles/a', '/articles/b', '/articles/b.md'])
      expect((await app.request(path)).status).toBe(410)
  })
})
