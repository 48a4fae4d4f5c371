import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sendRequest } from '../support/raw-socket.ts'
import { type RawWorkerd, startRawWorkerd } from '../support/raw-workerd.ts'
import { olderTag } from '../support/site-variants.ts'
import { type WrittenSite, writeArticles } from '../support/write-articles.ts'

const SITES: readonly (WrittenSite & { readonly what: string })[] = [
  { what: 'a site', basePath: '', hasDeltas: false },
  {
    ...{ what: 'a site below a path, with deltas and articles that were scheduled', basePath: '/blog' },
    ...{ hasDeltas: true, at: '2020-01-03T00:00:00Z' },
  },
]

describe.each(SITES)('odd requests of $what', ({ basePath, hasDeltas, at }) => {
  let folder: string
  let site: RawWorkerd

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'strillone-wire-site-'))
    writeArticles(join(folder, 'seeds'), 4, { basePath, hasDeltas })
    const built = at === undefined ? [] : ['--at', at, '--accept']
    site = await startRawWorkerd(folder, join(folder, 'seeds'), built)
  })

  afterAll(async () => {
    await site?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each([
    '*',
    '/',
    '//x',
    '/other',
    '/blog',
    '/blog/',
    '/blog/feed.rss',
    '/blogs',
    '/%ff',
    'http://elsewhere.example/x',
  ])('a method that is not answered is told so at %s, and OPTIONS which are', async (target) => {
    const options = await sendRequest(site.port, `OPTIONS ${target} HTTP/1.1`)
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS'])
    if (target === '*') return
    for (const method of ['POST', 'PUT', 'DELETE', 'PROPFIND']) {
      const answer = await sendRequest(site.port, `${method} ${target} HTTP/1.1`, ['Content-Length: 0'])
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
    }
  })

  it.each([
    [`GET ${'/'.repeat(15_000)}x HTTP/1.1`, 404],
    [`GET /${'%CC%81%CC%A3'.repeat(1200)} HTTP/1.1`, 404],
    [`GET ${'/a/..'.repeat(3000)}/none HTTP/1.1`, 404],
    [`GET ${basePath}/feed.rss?${'limit&'.repeat(2500)} HTTP/1.1`, 400],
    [`GET ${basePath}/feed.rss?${'&'.repeat(15_000)} HTTP/1.1`, 200],
  ])('%.60s is answered %d', async (line, status) => {
    const answer = await sendRequest(site.port, line)
    expect([answer.status, answer.headers.get('x-content-type-options')]).toEqual([status, 'nosniff'])
  })

  it('headers of 15 kB are answered like small ones', async () => {
    const path = `${basePath}/feed.json`
    for (const header of [
      'Accept',
      'Accept-Encoding',
      'A-IM',
      'If-None-Match',
      'Range',
      'If-Modified-Since',
    ]) {
      for (const piece of [',', 'a,', '"a",', ';', 'bytes=0-1,']) {
        const answer = await sendRequest(site.port, `GET ${path} HTTP/1.1`, [
          `${header}: a${piece.repeat(15_000 / piece.length)}b`,
        ])
        expect([answer.status, header, piece]).toEqual([200, header, piece])
      }
    }
  })

  it('all that has come due is there, and a reader that has the rest is given it alone', async () => {
    const whole = await sendRequest(site.port, `GET ${basePath}/feed.json HTTP/1.1`)
    expect(JSON.parse(whole.body.toString('utf8')).items).toHaveLength(4)
    const older = olderTag(whole.headers.get('etag') ?? '')
    const asked = ['A-IM: feed', `If-None-Match: ${older}`]
    const answer = await sendRequest(site.port, `GET ${basePath}/feed.json HTTP/1.1`, asked)
    // Without deltas its tag says nothing of entries, so that none can be left out of it.
    expect(answer.status).toBe(hasDeltas ? 226 : 304)
    if (hasDeltas) expect(JSON.parse(answer.body.toString('utf8')).items).toHaveLength(1)
  })
})
