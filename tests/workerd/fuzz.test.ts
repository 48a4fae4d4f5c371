import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AnyRequest, anyRequest } from '../support/any-request.ts'
import { assertValidAnswer } from '../support/assert-valid-answer.ts'
import { RawConnection } from '../support/raw-connection.ts'
import { sendRequest } from '../support/raw-socket.ts'
import { type RawWorkerd, startRawWorkerd } from '../support/raw-workerd.ts'
import { toBytes } from '../support/request-bytes.ts'
import { olderTag } from '../support/site-variants.ts'
import { type WrittenSite, writeArticles } from '../support/write-articles.ts'

/** Of all sites together. */
const REQUESTS = 50_000
const CONNECTIONS = 8
const SEED = process.env['FUZZ_SEED'] ? Number(process.env['FUZZ_SEED']) : 20_251_228

const SITES: readonly (WrittenSite & { readonly what: string })[] = [
  { what: 'a site', basePath: '', hasDeltas: false },
  // Built when three of its articles were there, and asked years later.
  {
    what: 'a site below a path, with deltas and articles that were scheduled',
    basePath: '/blog',
    hasDeltas: true,
    at: '2020-01-04T00:00:00Z',
  },
]

async function askAll(site: RawWorkerd, requests: readonly AnyRequest[]): Promise<Map<number, number>> {
  const connection = new RawConnection(site.port)
  const statuses = new Map<number, number>()
  for (const request of requests) {
    const bytes = toBytes(request)
    const answer = await connection.send(request.method, bytes)
    const status = answer?.status ?? 0
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    try {
      if (answer === undefined) throw new Error('No answer')
      assertValidAnswer(request.method, {
        status: answer.status,
        header: (name) => answer.headers.get(name),
        bodyLength: answer.body.length,
      })
    } catch (cause) {
      const told = answer && `${answer.status} ${JSON.stringify([...answer.headers])}`
      throw new Error(`FUZZ_SEED=${SEED}: ${bytes.toString('utf8')}was answered ${told}`, { cause })
    }
  }
  connection.close()
  return statuses
}

describe.each(SITES)('workerd with $what', ({ basePath, hasDeltas, at }) => {
  let folder: string
  let site: RawWorkerd

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'strillone-fuzz-'))
    writeArticles(join(folder, 'seeds'), 12, { basePath, hasDeltas })
    const built = at === undefined ? [] : ['--at', at, '--accept']
    site = await startRawWorkerd(folder, join(folder, 'seeds'), built)
  })

  afterAll(async () => {
    await site?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const count = REQUESTS / SITES.length

  it(`gives a valid answer to each of ${count} requests (FUZZ_SEED=${SEED})`, async () => {
    const feeds = await Promise.all(
      ['rss', 'atom', 'json'].map((form) => sendRequest(site.port, `GET ${basePath}/feed.${form} HTTP/1.1`)),
    )
    const tags = feeds.map(({ headers }) => headers.get('etag') ?? '')
    const known = [...tags, ...tags.map(olderTag)]
    const requests = fc.sample(anyRequest(known, basePath), { seed: SEED, numRuns: count })
    const shares = Array.from({ length: CONNECTIONS }, (_, share) =>
      requests.filter((_, index) => index % CONNECTIONS === share),
    )
    const counted = await Promise.all(shares.map((share) => askAll(site, share)))
    const total = (status: number) => counted.reduce((sum, statuses) => sum + (statuses.get(status) ?? 0), 0)
    // Or the requests would not have been of every kind.
    for (const status of [200, 204, 301, 304, 400, 404, 405, 412, ...(hasDeltas ? [226] : [])])
      expect(total(status), String(status)).toBeGreaterThan(50)
    expect(site.process.output()).not.toContain('"level":"error"')
    expect(site.process.output()).not.toMatch(/uncaught|exception/i)
  }, 900_000)
})
