import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sendRequest } from '../support/raw-socket.ts'
import { type RawWorkerd, startRawWorkerd } from '../support/raw-workerd.ts'

const SITE = join(import.meta.dirname, '../fixtures/site')
const ARTICLE = '/articles/a-show-in-three-rooms'

let folder: string
let site: RawWorkerd
/** The opaque-tag of each path, without `W/` and quotes, and its Last-Modified. */
const tags = new Map<string, string>()
const dates = new Map<string, string>()

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'strillone-tables-'))
  site = await startRawWorkerd(folder, SITE)
  for (const path of ['/feed.rss', ARTICLE]) {
    const { headers } = await sendRequest(site.port, `GET ${path} HTTP/1.1`)
    tags.set(path, headers.get('etag')?.slice(3, -1) ?? '')
    dates.set(path, headers.get('last-modified') ?? '')
  }
})

afterAll(async () => {
  await site?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** RFC 9110 §13: what is sent, with TAG and DATE for those of the resource, and how a GET or HEAD is answered. */
const CONDITIONS: readonly (readonly [headers: readonly string[], status: number])[] = [
  [[], 200],
  [['If-None-Match: W/"TAG"'], 304],
  [['If-None-Match: "TAG"'], 304],
  [['If-None-Match: TAG'], 304],
  [['If-None-Match: W/TAG'], 304],
  [['If-None-Match: *'], 304],
  [['If-None-Match: "x"'], 200],
  [['If-None-Match: "x", W/"TAG"'], 304],
  [['If-None-Match: "a,b", "TAG"'], 304],
  [['If-None-Match: "x,TAG"'], 200],
  [['If-None-Match: "x"', 'If-None-Match: "TAG"'], 304],
  [['If-None-Match: '], 200],
  [['If-None-Match: "TAG-limit-1"'], 200],
  [['If-Modified-Since: DATE'], 304],
  [['If-Modified-Since: Thu, 31 Dec 2099 00:00:00 GMT'], 304],
  [['If-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT'], 200],
  [['If-Modified-Since: 2025-12-31'], 200],
  [['If-Modified-Since: yesterday'], 200],
  [['If-Modified-Since: Mon, 31 Feb 2031 00:00:00 GMT'], 200],
  [['If-Modified-Since: Foo 2031'], 200],
  [['If-Modified-Since: DATE', 'If-Modified-Since: DATE'], 200],
  [['If-None-Match: "x"', 'If-Modified-Since: DATE'], 200],
  [['If-None-Match: "TAG"', 'If-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT'], 304],
  [['If-Match: *'], 200],
  [['If-Match: W/"TAG"'], 412],
  [['If-Match: "TAG"'], 412],
  [['If-Match: "x"', 'If-None-Match: "TAG"'], 412],
  [['If-Match: *', 'If-None-Match: "TAG"'], 304],
  [['If-Unmodified-Since: DATE'], 200],
  [['If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT'], 412],
  [['If-Unmodified-Since: long ago'], 200],
  [['If-Match: *', 'If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT'], 200],
  [['Range: bytes=0-9'], 200],
]

describe.each(['/feed.rss', ARTICLE])('preconditions of %s in workerd', (path) => {
  it.each(CONDITIONS)('%j make a %d', async (headers, status) => {
    const sent = headers.map((line) =>
      line.replace('TAG', tags.get(path) ?? '').replace('DATE', dates.get(path) ?? ''),
    )
    for (const method of ['GET', 'HEAD']) {
      const answer = await sendRequest(site.port, `${method} ${path} HTTP/1.1`, sent)
      expect(answer.status, method).toBe(status)
      if (status === 304) expect(answer.body.length).toBe(0)
    }
  })
})

const RSS = 'application/rss+xml; charset=utf-8'
const ATOM = 'application/atom+xml; charset=utf-8'
const JSON_FEED = 'application/feed+json; charset=utf-8'
const HTML = 'text/html; charset=utf-8'
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8'

/** RFC 9110 §12: what a client accepts, and the type that it gets. */
const NEGOTIATIONS: readonly (readonly [path: string, accept: string | undefined, type: string])[] = [
  ['/feed', undefined, RSS],
  ['/feed', '*/*', RSS],
  ['/feed', BROWSER, HTML],
  ['/feed', 'application/rss+xml', RSS],
  ['/feed', 'application/atom+xml', ATOM],
  ['/feed', 'application/rss+xml;q=0.5, application/atom+xml;q=0.6', ATOM],
  ['/feed', 'application/feed+json', JSON_FEED],
  ['/feed', 'application/json', JSON_FEED],
  ['/feed', 'application/xml', RSS],
  ['/feed', 'application/*;q=0.2, text/html;q=0.3', HTML],
  ['/feed', 'image/png', RSS],
  ['/feed', '*/*;q=0', RSS],
  ['/feed.atom', BROWSER, ATOM],
  ['/feed.rss', 'application/json', RSS],
  [ARTICLE, undefined, HTML],
  [ARTICLE, 'text/markdown', 'text/markdown; charset=utf-8'],
  [ARTICLE, 'text/markdown, text/html;q=0.9, */*;q=0.1', 'text/markdown; charset=utf-8'],
  [ARTICLE, 'application/json', 'application/json; charset=utf-8'],
  [ARTICLE, 'image/png', HTML],
  [`${ARTICLE}.md`, BROWSER, 'text/markdown; charset=utf-8'],
  ['/none', BROWSER, HTML],
  ['/none', 'application/json', 'application/problem+json; charset=utf-8'],
  ['/none', undefined, 'text/plain; charset=utf-8'],
]

describe('negotiation in workerd', () => {
  it.each(NEGOTIATIONS)('of %s for %j gives %s', async (path, accept, type) => {
    const headers = accept === undefined ? [] : [`Accept: ${accept}`]
    const answer = await sendRequest(site.port, `GET ${path} HTTP/1.1`, headers)
    expect(answer.headers.get('content-type')).toBe(type)
    expect(answer.headers.get('vary')?.includes('Accept,') ?? false).toBe(!path.includes('.'))
  })

  it('gives a navigation to the bare stem of a feed the page for people', async () => {
    const headers = [`Accept: ${BROWSER}`, 'Sec-Fetch-Dest: document', 'Sec-Fetch-Mode: navigate']
    expect((await sendRequest(site.port, 'GET /feed HTTP/1.1', headers)).headers.get('content-type')).toBe(
      HTML,
    )
  })
})
