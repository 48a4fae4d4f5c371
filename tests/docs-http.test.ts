import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ROUTES } from '../src/edge/app.ts'
import { parseResourcePath } from '../src/edge/request-path.ts'
import {
  type DocumentedSite,
  DRAWING,
  documentedSite,
  PICTURE,
  SITE_URL,
  STYLE,
} from './support/documented-site.ts'
import { codeIn, tableUnder } from './support/markdown-table.ts'

const PAGE = readFileSync(join(import.meta.dirname, '../docs/http.md'), 'utf8')
const BOUNDS = tableUnder(PAGE, '| of | what is read | what is beyond |')
const ENDPOINTS = tableUnder(
  PAGE,
  '| address | status | Content-Type | Cache-Control | Cloudflare-CDN-Cache-Control | Vary | validators | Link | CORS |',
)
const FORMS = tableUnder(PAGE, '| address | `Accept` | Content-Type | Content-Location |')
const CONDITIONS = tableUnder(PAGE, '| request | answer | RFC 9110 |')
const OTHERS = tableUnder(
  PAGE,
  '| request | status | Content-Type | Cache-Control | Cloudflare-CDN-Cache-Control | further headers | body begins with |',
)
const REDIRECTS = tableUnder(PAGE, '| asked | Location |')
const CODINGS = tableUnder(PAGE, '| `Accept-Encoding` | Content-Encoding |')
const HEADERS = tableUnder(PAGE, '| header | value | on |')

const site = await documentedSite()
const { app } = site

afterEach(() => {
  vi.restoreAllMocks()
})

/** The address that a cell of the page stands for. */
function addressIn(cell = ''): string {
  const [code = ''] = codeIn(cell)
  return code
    .replace('SLUG', 'uno')
    .replace('/media/HASH.EXT', PICTURE)
    .replace('/style-HASH', STYLE)
    .replace('WITHDRAWN', 'due')
    .replace('TAG', 'porto')
    .replace('AUTHOR', 'ada')
    .replace('SECTION', 'cronaca')
    .replace('LANGUAGE', 'it')
    .replace('/archive/N', '/archive/1')
}

/** What a cell says that a header is; null where it says that there is none. */
function valueIn(cell: string | undefined): string | null {
  return codeIn(cell)[0] ?? null
}

/** The headers that a cell names as `Name: value`, with what its capitals stand for put in. */
function headersIn(cell: string, values: Readonly<Record<string, string>>): Record<string, string> {
  const pairs = codeIn(cell).flatMap((code) => {
    const [, name, value] = /^([A-Z][A-Za-z-]+): (.*)$/.exec(code) ?? []
    return name === undefined || value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(
    pairs.map(([name, value]) => [name, value.replace(/\b[A-Z]{3,}\b/, (word) => values[word] ?? word)]),
  )
}

/** How often a Link header, or the page's cell about one, names each relation. */
function countRelations(pairs: Iterable<readonly [relation: string, times: number]>): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const [relation, times] of pairs) counts[relation] = (counts[relation] ?? 0) + times
  return counts
}

function relationsIn(cell = ''): Record<string, number> {
  const named = cell.matchAll(/(?:(\d+) )?`([a-z]+)`/g)
  return countRelations([...named].map(([, times = '1', relation = '']) => [relation, Number(times)]))
}

function relationsOf(link: string | null): Record<string, number> {
  const named = (link ?? '').matchAll(/; rel="([a-z]+)"/g)
  return countRelations([...named].map(([, relation = '']) => [relation, 1]))
}

describe('the table of what is read of a request', () => {
  /** The first number that a row tells. */
  const mostIn = (row: number) => Number(/\d[\d,]*/.exec(BOUNDS[row]?.[1] ?? '')?.[0].replace(',', ''))
  const others = (count: number) => Array.from({ length: count }, (_, index) => `"x/y${index}"`)
  const request = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })

  it('holds for a URL', async () => {
    const most = mostIn(0) - SITE_URL.length
    const padded = (length: number) => `${SITE_URL}/feed.rss${'/'.repeat(length - '/feed.rss'.length)}`
    expect((await request(padded(most))).status).toBe(301)
    expect((await request(padded(most + 1))).status).toBe(404)
  })

  it('holds for a query', async () => {
    expect((await request('/feed.rss?limit=1&x=y')).status).toBe(200)
    expect((await request('/feed.rss?limit=1&limit=1')).status).toBe(400)
  })

  it('holds for Accept', async () => {
    const typeAfter = async (count: number) => {
      const Accept = [...others(count).map((each) => each.replaceAll('"', '')), 'application/atom+xml'].join()
      return (await request('/feed', { Accept })).headers.get('Content-Location')
    }
    expect(await typeAfter(mostIn(2) - 1)).toBe(`${SITE_URL}/feed.atom`)
    expect(await typeAfter(mostIn(2))).toBe(`${SITE_URL}/feed.rss`)
  })

  it('holds for If-None-Match', async () => {
    const tag = (await request('/feed.rss')).headers.get('ETag') ?? ''
    const statusAfter = async (count: number) =>
      (await request('/feed.rss', { 'If-None-Match': [...others(count), tag].join() })).status
    expect(await statusAfter(mostIn(3) - 1)).toBe(304)
    expect(await statusAfter(mostIn(3))).toBe(200)
  })

  it('holds for a letter with marks', () => {
    const most = Number(/\d+/.exec(BOUNDS[4]?.[0] ?? '')?.[0])
    const letter = (marks: number) => `/a${'\u0301'.repeat(marks)}`
    const stemOf = (path: string) => parseResourcePath(encodeURI(path))?.stem
    expect(stemOf(letter(most))).toBe(letter(most).normalize('NFC'))
    expect(stemOf(letter(most + 1))).toBe(letter(most + 1))
  })
})

describe('the table of addresses', () => {
  it.each(ENDPOINTS)(
    'holds for %s',
    async (cell, status, type, cache, edge, vary, validators, link, cors) => {
      for (const method of ['GET', 'HEAD']) {
        const answer = await app.request(addressIn(cell), { method })
        const { headers } = answer
        expect(answer.status).toBe(Number(status))
        expect(headers.get('Content-Type')).toBe(valueIn(type))
        expect(headers.get('Cache-Control')).toBe(valueIn(cache))
        expect(headers.get('Cloudflare-CDN-Cache-Control')).toBe(valueIn(edge))
        expect(headers.get('Vary')).toBe(valueIn(vary))
        expect(['ETag', 'Last-Modified'].filter((name) => headers.has(name))).toEqual(codeIn(validators))
        expect(relationsOf(headers.get('Link'))).toEqual(relationsIn(link))
        expect(headers.get('Access-Control-Allow-Origin')).toBe(valueIn(cors))
      }
    },
  )

  it('has a row for every route, and each row is of one', () => {
    const addresses = ENDPOINTS.map(([cell]) => addressIn(cell))
    const answered = new Set<string>(['/release.json'])
    for (const { pattern } of ROUTES) {
      const own = addresses.filter((address) => pattern.test(address))
      expect(own, String(pattern)).not.toEqual([])
      for (const address of own) answered.add(address)
    }
    expect([...answered].toSorted()).toEqual(addresses.toSorted())
  })
})

describe('the table of forms', () => {
  it.each(FORMS)('holds for %s and Accept %s', async (cell, accept, type, location) => {
    const headers = new Headers()
    if (accept !== 'not sent') headers.set('Accept', codeIn(accept)[0] ?? '')
    const answer = await app.request(addressIn(cell), { headers })
    const at = location === 'none' ? null : SITE_URL + addressIn(location)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Type')).toBe(valueIn(type))
    expect(answer.headers.get('Content-Location')).toBe(at)
  })
})

describe('the table of preconditions', () => {
  it.each(CONDITIONS)('holds for %s, which is answered %s', async (cell, status) => {
    expect(codeIn(cell).length > 0).toBe(cell !== 'no precondition')
    for (const address of ['/feed.rss', '/feed', '/articles/uno', '/articles/uno.md']) {
      const whole = await app.request(address)
      const headers = headersIn(cell ?? '', site.validatorsOf(whole))
      expect(Object.keys(headers)).toHaveLength(codeIn(cell).length)
      for (const method of ['GET', 'HEAD']) {
        const answer = await app.request(address, { method, headers })
        expect(answer.status, `${method} ${address}`).toBe(Number(status))
        if (answer.status === 304) await expectNotModified(answer, whole)
      }
    }
  })

  /** RFC 9110 §15.4.5: all that the 200 says, but for what describes a body. */
  async function expectNotModified(answer: Response, whole: Response): Promise<void> {
    const ofBody = ['content-type', 'content-length', 'content-encoding', 'content-security-policy']
    const told = [...whole.headers].filter(([name]) => !ofBody.includes(name))
    expect([...answer.headers]).toEqual(told)
    expect(await answer.text()).toBe('')
  }
})

describe('the table of other answers', () => {
  /** What the headers of any answer are not counted as. */
  const COMMON = ['content-type', 'content-length', 'cache-control', 'cloudflare-cdn-cache-control'].concat(
    HEADERS.filter(([, , on]) => on === 'every answer').flatMap(([name]) => codeIn(name?.toLowerCase())),
  )

  it.each(OTHERS)(
    'holds for %s, which is answered %s',
    async (cell, status, type, cache, edge, more, body) => {
      vi.spyOn(console, 'error').mockImplementation(() => {})
      const [method = '', path = ''] = (codeIn(cell)[0] ?? '').split(' ')
      const init = { method, headers: headersIn(cell ?? '', { OLDER: site.olderTag }) }
      const answer = await appFor(site, status).request(addressIn(`\`${path}\``), init)
      const text = await answer.text()
      expect(answer.status).toBe(Number(status))
      expect(answer.headers.get('Content-Type')).toBe(valueIn(type))
      expect(answer.headers.get('Cache-Control')).toBe(valueIn(cache))
      expect(answer.headers.get('Cloudflare-CDN-Cache-Control')).toBe(valueIn(edge))
      const further = [...answer.headers.keys()].filter((name) => !COMMON.includes(name))
      expect(further).toEqual(codeIn(more?.toLowerCase()).toSorted())
      expect(text.slice(0, valueIn(body)?.length ?? 1)).toBe(valueIn(body) ?? '')
    },
  )

  /** Where a failure is to be seen, an app that has it. */
  function appFor({ failing, withoutStore }: DocumentedSite, status: string | undefined): Hono {
    if (status === '500') return failing
    return status === '503' ? withoutStore : app
  }
})

describe('the table of redirects', () => {
  it.each(REDIRECTS)('holds for %s', async (asked, location) => {
    const answer = await app.request(addressIn(asked))
    expect(answer.status).toBe(301)
    expect(answer.headers.get('Location')).toBe(SITE_URL + addressIn(location))
  })
})

describe('the table of codings', () => {
  it.each(CODINGS)('holds for Accept-Encoding %s', async (accept, coding) => {
    for (const address of ['/feed.rss', '/feed.atom', '/feed.json', '/articles/uno.md', '/']) {
      const plain = await app.request(address)
      const headers = new Headers()
      if (accept !== 'not sent') headers.set('Accept-Encoding', codeIn(accept)[0] ?? '')
      const answer = await app.request(address, { headers })
      expect(answer.headers.get('Content-Encoding'), address).toBe(valueIn(coding))
      expect(answer.headers.get('ETag')).toBe(plain.headers.get('ETag'))
    }
  })
})

describe('the table of headers', () => {
  it.each(HEADERS)('holds for %s', async (name, value, on) => {
    const everywhere = ['/', '/feed.rss', '/none', '/rss.xml', '/feed.rss?limit=0', '/articles/due']
    const asked = {
      'every answer': everywhere.map((path) => app.request(path)),
      'SVG pictures': [app.request(DRAWING)],
      pages: ['/', '/articles/uno'].map((path) => app.request(path)),
      OPTIONS: [app.request('/feed.rss', { method: 'OPTIONS' })],
    }
    const answers = await Promise.all(Object.entries(asked).find(([place]) => place === on)?.[1] ?? [])
    expect(answers).not.toEqual([])
    for (const { headers } of answers) expect(headers.get(codeIn(name)[0] ?? '')).toBe(valueIn(value))
  })
})
