import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADDRESSES } from '../../src/model/addresses.ts'
import { STYLESHEET } from '../../src/pages/theme/stylesheet.ts'
import { rawRequest } from '../support/raw-request.ts'
import { sha256 } from '../support/sha256.ts'
import { type ServedSite, serveWithWrangler } from '../support/wrangler-dev.ts'

const SITE = join(import.meta.dirname, '../fixtures/site')
const STYLE = `${ADDRESSES.style.stemOf(sha256(new TextEncoder().encode(STYLESHEET)))}.css`
const PATHS = ['/', '/feed', '/feed.rss', '/feed.atom', '/feed.json', STYLE]

let folder: string
let site: ServedSite

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'strillone-flow-'))
  // So little is hot that articles come from the key-value store.
  site = await serveWithWrangler(folder, SITE, ['--hot-bytes', '16000', '--at', '2026-11-01T00:00:00Z'])
})

afterAll(async () => {
  await site?.wrangler.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function text(path: string, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  const response = await rawRequest(site.address + path, headers)
  expect(response.status, path).toBe(200)
  return response.body.toString('utf8')
}

describe('a folder, published through wrangler', () => {
  it('answers the same articles in each feed, newest first', async () => {
    const titles = ['Il ponte <nuovo> & il "vecchio"', 'A show in three rooms']
    const rss = parseRssFeed(await text('/feed.rss')).items?.map(({ title }) => title)
    const atom = parseAtomFeed(await text('/feed.atom')).entries?.map(({ title }) => title?.value)
    const json = parseJsonFeed(await text('/feed.json')).items?.map(({ title }) => title)
    expect(json).toHaveLength(4)
    expect(json?.slice(0, 2)).toEqual(titles)
    expect(rss).toEqual(json)
    expect(atom).toEqual(json)
  })

  it('gives each article under one id in every feed', async () => {
    const rss = parseRssFeed(await text('/feed.rss')).items?.map(({ guid }) => guid?.value)
    const atom = parseAtomFeed(await text('/feed.atom')).entries?.map(({ id }) => id)
    const json = parseJsonFeed(await text('/feed.json')).items?.map(({ id }) => id)
    expect(json?.[0]).toBe('tag:gazzetta.example,2026:cultura/ponte')
    expect(rss).toEqual(json)
    expect(atom).toEqual(json)
  })

  it('answers every article of the feed in all its forms, from the key-value store too', async () => {
    for (const { url } of parseJsonFeed(await text('/feed.json')).items ?? []) {
      const path = url?.slice(site.address.length) ?? ''
      expect(await text(path)).toContain('<article')
      expect(JSON.parse(await text(`${path}.json`))).toMatchObject({ url })
      expect(await text(`${path}.md`)).toContain(`url: ${JSON.stringify(url)}`)
    }
  })

  it('answers every picture that a feed or page shows, with its type', async () => {
    const documents = await Promise.all(
      ['/feed.rss', '/articles/il-ponte-nuovo-il-vecchio'].map((path) => text(path)),
    )
    const urls = new Set(documents.join('').match(/http[^"'&<\s]+\.png/g))
    expect(urls.size).toBeGreaterThanOrEqual(3)
    for (const url of urls) {
      const response = await rawRequest(url)
      expect(response.status, url).toBe(200)
      expect(response.headers['content-type']).toBe('image/png')
      expect(response.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    }
  })

  it('lets nothing through that acts, is relative or is a draft', async () => {
    const paths = [
      ...PATHS,
      ...['', '.json', '.md'].map((form) => `/articles/il-ponte-nuovo-il-vecchio${form}`),
    ]
    for (const path of paths.filter((each) => each !== STYLE)) {
      const document = await text(path)
      // As text, in a block of code, it may stand.
      expect(
        document.replaceAll(/(&amp;|&)lt;script|<script>alert\(1\)<\/script>(?=\n)|\\?`[^`]*`/g, ''),
      ).not.toMatch(/javascript:|onclick|<iframe/)
      expect(document).not.toContain('segretissima')
      expect(document).not.toMatch(/(src|href)=\\?["'](?!https?:|mailto:|feed:|#|data:,)/)
    }
  })

  it.each(PATHS)('gives %s with validators that make a 304', async (path) => {
    const first = await rawRequest(site.address + path)
    const byTag = await rawRequest(site.address + path, { 'If-None-Match': String(first.headers.etag) })
    expect([byTag.status, byTag.body.length, byTag.headers.etag]).toEqual([304, 0, first.headers.etag])
    expect(byTag.headers['cache-control']).toBe(first.headers['cache-control'])
  })

  it('gives an article a date that makes a 304', async () => {
    const path = '/articles/a-show-in-three-rooms'
    const first = await rawRequest(site.address + path)
    const since = { 'If-Modified-Since': String(first.headers['last-modified']) }
    expect((await rawRequest(site.address + path, since)).status).toBe(304)
  })

  it.each(PATHS)('gives HEAD of %s the headers of GET', async (path) => {
    const get = await rawRequest(site.address + path, { 'Accept-Encoding': 'identity' })
    const head = await rawRequest(site.address + path, { 'Accept-Encoding': 'identity' }, 'HEAD')
    expect(head.status).toBe(200)
    expect(head.body.length).toBe(0)
    for (const name of ['content-type', 'etag', 'last-modified', 'cache-control', 'vary']) {
      expect(head.headers[name], name).toBe(get.headers[name])
    }
  })

  it('gives the same document compressed and plain', async () => {
    for (const path of ['/feed.atom', '/feed.json', '/']) {
      const plain = await rawRequest(site.address + path, { 'Accept-Encoding': 'identity' })
      const gzip = await rawRequest(site.address + path, { 'Accept-Encoding': 'gzip' })
      const unasked = await rawRequest(site.address + path)
      expect(plain.headers['content-encoding']).toBeUndefined()
      expect(unasked.headers['content-encoding']).toBeUndefined()
      expect(unasked.body.equals(plain.body)).toBe(true)
      expect(gzip.headers['content-encoding']).toBe('gzip')
      expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true)
      expect(gzip.headers.etag).toBe(plain.headers.etag)
    }
  })

  it('redirects readers that guess, and tells those that err', async () => {
    const alias = await rawRequest(`${site.address}/rss.xml`)
    expect([alias.status, alias.headers.location]).toEqual([301, `${site.address}/feed.rss`])
    expect((await rawRequest(`${site.address}/articles/none`)).status).toBe(404)
    expect((await rawRequest(`${site.address}/articles/una-bozza-segretissima`)).status).toBe(404)
    const post = await rawRequest(`${site.address}/feed.rss`, {}, 'POST')
    expect([post.status, post.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS'])
  })
})
