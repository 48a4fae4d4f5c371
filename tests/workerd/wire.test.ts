import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sendBytes, sendRequest, type WireResponse } from '../support/raw-socket.ts'
import { type RawWorkerd, startRawWorkerd } from '../support/raw-workerd.ts'

const SITE = join(import.meta.dirname, '../fixtures/site')
const PATHS = ['/feed.rss', '/feed.atom', '/feed.json', '/', '/articles/il-ponte-nuovo-il-vecchio.md']

let folder: string
let site: RawWorkerd

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'strillone-wire-'))
  site = await startRawWorkerd(folder, SITE)
})

afterAll(async () => {
  await site?.stop()
  rmSync(folder, { recursive: true, force: true })
})

function get(path: string, ...headers: readonly string[]): Promise<WireResponse> {
  return sendRequest(site.port, `GET ${path} HTTP/1.1`, headers)
}

describe('bytes, ETag, Vary and Content-Encoding', () => {
  it.each(PATHS)('agree for every coding that a client asks of %s', async (path) => {
    const plain = await get(path)
    expect(plain.status).toBe(200)
    expect(plain.headers.get('content-encoding')).toBeUndefined()
    expect(plain.headers.get('vary')).toBe('Accept-Encoding')
    for (const [accept, coding] of [
      ['identity', undefined],
      ['gzip', 'gzip'],
      ['gzip, deflate', 'gzip'],
      ['br', undefined],
      ['br, gzip', 'gzip'],
      ['gzip;q=0', undefined],
      ['gzip;q=0, *;q=1', undefined],
      ['*', 'gzip'],
      ['*;q=0', undefined],
      ['gzip;q=0.001', 'gzip'],
    ] as const) {
      const answer = await get(path, `Accept-Encoding: ${accept}`)
      expect(answer.headers.get('content-encoding'), accept).toBe(coding)
      expect(answer.headers.get('etag'), accept).toBe(plain.headers.get('etag'))
      expect(answer.headers.get('vary'), accept).toBe('Accept-Encoding')
      expect(Number(answer.headers.get('content-length')), accept).toBe(answer.body.length)
      const body = coding === 'gzip' ? gunzipSync(answer.body) : answer.body
      expect(body.equals(plain.body), accept).toBe(true)
    }
  })

  it.each(PATHS)('make a 304 of %s for who has it, in whatever coding', async (path) => {
    const gzip = await get(path, 'Accept-Encoding: gzip')
    for (const accept of ['gzip', 'identity', 'br']) {
      const known = await get(
        path,
        `Accept-Encoding: ${accept}`,
        `If-None-Match: ${gzip.headers.get('etag')}`,
      )
      expect([known.status, known.body.length]).toEqual([304, 0])
    }
  })

  it('give a 304 all that the 200 says of caching, and nothing of a content', async () => {
    for (const path of ['/feed', ...PATHS]) {
      const whole = await get(path)
      const known = await get(path, `If-None-Match: ${whole.headers.get('etag')}`)
      expect(known.status).toBe(304)
      for (const name of [
        'etag',
        'cache-control',
        'cloudflare-cdn-cache-control',
        'vary',
        'content-location',
        'link',
        'access-control-allow-origin',
        'access-control-expose-headers',
      ]) {
        expect(known.headers.get(name), `${path} ${name}`).toBe(whole.headers.get(name))
      }
      for (const name of ['content-type', 'content-encoding', 'content-language', 'content-length']) {
        expect(known.headers.has(name), `${path} ${name}`).toBe(false)
      }
    }
  })

  it('give HEAD exactly the headers of GET', async () => {
    for (const path of [...PATHS, '/feed', '/none', '/rss.xml', '/feed.rss?limit=1', '/feed.rss?limit=x']) {
      const whole = await get(path, 'Accept-Encoding: gzip')
      const head = await sendRequest(site.port, `HEAD ${path} HTTP/1.1`, ['Accept-Encoding: gzip'])
      expect(head.status, path).toBe(whole.status)
      expect(head.body.length, path).toBe(0)
      expect(Object.fromEntries(head.headers), path).toEqual(Object.fromEntries(whole.headers))
    }
  })

  it('agree for a part of a feed too', async () => {
    const plain = await get('/feed.json?limit=2')
    const gzip = await get('/feed.json?limit=2', 'Accept-Encoding: gzip')
    expect(JSON.parse(plain.body.toString('utf8')).items).toHaveLength(2)
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true)
    expect(gzip.headers.get('etag')).toBe(plain.headers.get('etag'))
    expect(Number(gzip.headers.get('content-length'))).toBe(gzip.body.length)
  })
})

describe('odd requests', () => {
  it.each([
    ['GET //feed.rss HTTP/1.1', 301],
    ['GET //evil.test/ HTTP/1.1', 404],
    ['GET //evil.test//feed.rss HTTP/1.1', 404],
    ['GET /nothing/ HTTP/1.1', 404],
    ['GET /./feed.rss HTTP/1.1', 200],
    ['GET /articles/../feed.rss HTTP/1.1', 200],
    ['GET /articles/..%2ffeed.rss HTTP/1.1', 404],
    ['GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1', 404],
    ['GET /feed%00.rss HTTP/1.1', 404],
    ['GET /feed.rss%00 HTTP/1.1', 404],
    ['GET /%E0%A4%A HTTP/1.1', 404],
    ['GET /%ff%fe HTTP/1.1', 404],
    ['GET /FEED.RSS HTTP/1.1', 404],
    ['GET /feed.rss/ HTTP/1.1', 301],
    ['GET /feed.rss?limit=%zz HTTP/1.1', 400],
    ['GET /articles/perch%C3%A9 HTTP/1.1', 404],
    ['GET http://elsewhere.example/feed.rss HTTP/1.1', 200],
    ['OPTIONS * HTTP/1.1', 204],
    ['OPTIONS /feed.rss HTTP/1.1', 204],
    ['DELETE /feed.rss HTTP/1.1', 405],
    ['PROPFIND /feed.rss HTTP/1.1', 405],
    [`GET /${'a'.repeat(16_000)} HTTP/1.1`, 404],
    [`GET /feed.rss?${'a'.repeat(16_000)} HTTP/1.1`, 200],
  ])('%.60s is answered %d', async (line, status) => {
    const answer = await sendRequest(site.port, line)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    if (status === 405) expect(answer.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
  })

  it('raw bytes beyond ASCII in a path are answered, not failed at', async () => {
    const bytes = await sendBytes(
      site.port,
      Buffer.from('GET /articles/perché HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 'utf8'),
    )
    expect(bytes.toString('latin1')).toMatch(/^HTTP\/1\.1 (400|404) /)
  })

  it('a body on GET changes nothing', async () => {
    const request = 'GET /feed.rss HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello'
    expect((await sendBytes(site.port, request)).toString('latin1')).toMatch(/^HTTP\/1\.1 200 /)
  })

  it('thousands of headers are answered or refused, and the next request is well', async () => {
    const many = Array.from({ length: 3000 }, (_, index) => `X-Header-${index}: ${index}`)
    const answer = await sendBytes(
      site.port,
      `GET /feed.rss HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${many.join('\r\n')}\r\n\r\n`,
    )
    expect(answer.toString('latin1')).toMatch(/^(HTTP\/1\.1 (200|431|400) |$)/)
    expect((await get('/feed.rss')).status).toBe(200)
  })

  it('none is told what the server runs on, nor given a cookie', async () => {
    for (const path of ['/', '/none', '/feed.rss', '/rss.xml']) {
      const { headers } = await get(path)
      for (const name of ['server', 'set-cookie', 'x-powered-by', 'via'])
        expect(headers.has(name)).toBe(false)
    }
  })
})
