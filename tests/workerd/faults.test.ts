import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PACK_BYTES } from '../../src/bundle/trie.ts'
import { ADDRESSES } from '../../src/model/addresses.ts'
import { STYLESHEET } from '../../src/pages/theme/stylesheet.ts'
import type { Fault } from '../support/key-value-server.ts'
import { sendRequest, type WireResponse } from '../support/raw-socket.ts'
import { type RawWorkerd, startRawWorkerd } from '../support/raw-workerd.ts'
import { sha256 } from '../support/sha256.ts'
import { writeArticles } from '../support/write-articles.ts'

/** So many that most of them are neither hot nor in one pack. */
const ARTICLES = 500

let seeds: string
let folder: string
let site: RawWorkerd

beforeAll(() => {
  seeds = mkdtempSync(join(tmpdir(), 'strillone-faults-seeds-'))
  writeArticles(seeds, ARTICLES)
})

afterAll(() => rmSync(seeds, { recursive: true, force: true }))

// Each test has a cold isolate.
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'strillone-faults-'))
  site = await startRawWorkerd(folder, seeds, ['--hot-bytes', '400000'])
  expect(site.store.values.size).toBeGreaterThan(3)
})

afterEach(async () => {
  await site?.stop()
  rmSync(folder, { recursive: true, force: true })
})

function get(path: string, ...headers: readonly string[]): Promise<WireResponse> {
  return sendRequest(site.port, `GET ${path} HTTP/1.1`, headers)
}

const STYLE = `${ADDRESSES.style.stemOf(sha256(new TextEncoder().encode(STYLESHEET)))}.css`
const COLD = '/articles/articolo-1'

/** What the Worker logged, a line each, without what the runtime says beside it. */
function logged(): readonly string[] {
  return site.process.output().match(/\{"level":"error".*\}/g) ?? []
}

describe('a warm and a cold isolate', () => {
  it('read nothing for what is hot, one pack for anything else, and it once', async () => {
    for (const path of [
      '/',
      '/feed',
      '/feed.rss',
      '/feed.atom',
      '/feed.json',
      '/none',
      '/articles/none',
      STYLE,
    ])
      await get(path)
    expect(site.store.reads).toEqual([])
    expect((await get(COLD)).status).toBe(200)
    expect(site.store.reads).toHaveLength(1)
    expect((await get(`${COLD}.json`)).status).toBe(200)
    expect((await get(COLD)).status).toBe(200)
    expect(site.store.reads).toHaveLength(1)
  })

  it('share one read between requests for one pack at one time', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => get(COLD)))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 40 }, () => 200))
    expect(site.store.reads).toHaveLength(1)
  })

  it('read each pack once in a crawl of everything', async () => {
    for (let number = 0; number < ARTICLES; number++)
      expect((await get(`/articles/articolo-${number}.md`)).status).toBe(200)
    expect(new Set(site.store.reads).size).toBe(site.store.reads.length)
    expect(site.store.reads.length).toBeLessThanOrEqual(site.store.values.size)
  })
})

describe.each<[Fault, string]>([
  ['error', 'fails'],
  ['reset', 'breaks the connection'],
  ['hang', 'does not answer'],
  ['missing', 'does not have the pack'],
  ['truncated', 'gives half of the pack'],
  ['flipped', 'gives the pack with one bit changed'],
  ['foreign', 'gives another pack'],
])('a store in the state %s, which %s', (fault) => {
  it('leaves what is hot up, and makes a 503 of everything else until it is well again', async () => {
    site.store.fault = fault
    for (const path of ['/', '/feed.rss', '/feed.atom', '/feed.json', `/articles/articolo-${ARTICLES - 1}`]) {
      const answer = await get(path)
      expect([answer.status, answer.headers.get('etag') === undefined], path).toEqual([200, false])
    }
    expect((await get('/articles/no-such-article')).status).toBe(404)
    for (const path of [COLD, `${COLD}.json`, '/archive/1.rss']) {
      const answer = await get(path)
      expect(answer.status, path).toBe(503)
      expect(answer.headers.get('retry-after')).toBe('60')
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(answer.headers.has('etag')).toBe(false)
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
      const detail = 'This cannot be read just now. Try again in a minute.'
      const details = { type: 'about:blank', title: 'Service Unavailable', status: 503, detail }
      expect(answer.body.toString('utf8')).toBe(
        path.endsWith('.json') ? `${JSON.stringify(details)}\n` : `${detail}\n`,
      )
    }
    const lines = logged().map((line): Record<string, unknown> => JSON.parse(line))
    expect(lines.length).toBeGreaterThanOrEqual(3)
    expect(lines[0]).toMatchObject({ error: 'PackUnavailable', path: COLD })
    expect(String(lines[0]?.['pack'])).toMatch(/^[0-9a-f]{64}$/)
    expect(site.process.output()).not.toContain('127.0.0.1')

    site.store.fault = 'none'
    expect((await get(COLD)).status).toBe(200)
    expect((await get('/articles/no-such-article')).status).toBe(404)
  })
})

describe('a client that goes away while its pack is read', () => {
  it('takes nobody with it who waits for the same pack', async () => {
    site.store.fault = 'hang'
    const gone = connect(site.port, '127.0.0.1')
    gone.write(`GET ${COLD} HTTP/1.1\r\nHost: x\r\n\r\n`)
    await expect.poll(() => site.store.reads.length).toBe(1)
    const waiting = get(COLD)
    gone.destroy()
    site.store.fault = 'none'
    expect((await waiting).status).toBe(200)
    expect(site.store.reads).toHaveLength(2)
  })
})

describe('a store that failed while a pack was in memory', () => {
  it('does not matter to that pack', async () => {
    expect((await get(COLD)).status).toBe(200)
    site.store.fault = 'error'
    expect((await get(COLD)).status).toBe(200)
  })
})

describe('a store that does not have a pack yet', () => {
  it('is asked once more, with the shortest memory', async () => {
    site.store.fault = 'missing'
    await get(COLD)
    expect(site.store.reads).toHaveLength(2)
    expect(site.store.reads[0]).toBe(site.store.reads[1])
  })
})

it('packs keep their bound', () => {
  for (const value of site.store.values.values()) expect(value.length).toBeLessThan(PACK_BYTES * 1.1)
})
