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
import { writeArticles } from '../support/write-articles.ts'

const REQUESTS = 50_000
const CONNECTIONS = 8
const SEED = process.env['FUZZ_SEED'] ? Number(process.env['FUZZ_SEED']) : 20_251_228

let folder: string
let site: RawWorkerd

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'strillone-fuzz-'))
  writeArticles(join(folder, 'seeds'), 12)
  site = await startRawWorkerd(folder, join(folder, 'seeds'))
})

afterAll(async () => {
  await site?.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function askAll(requests: readonly AnyRequest[]): Promise<Map<number, number>> {
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

describe('workerd', () => {
  it(`gives a valid answer to each of ${REQUESTS} requests (FUZZ_SEED=${SEED})`, async () => {
    const feeds = await Promise.all(
      ['rss', 'atom', 'json'].map((form) => sendRequest(site.port, `GET /feed.${form} HTTP/1.1`)),
    )
    const tags = feeds.map(({ headers }) => headers.get('etag') ?? '')
    const requests = fc.sample(anyRequest(tags), { seed: SEED, numRuns: REQUESTS })
    const shares = Array.from({ length: CONNECTIONS }, (_, share) =>
      requests.filter((_, index) => index % CONNECTIONS === share),
    )
    const counted = await Promise.all(shares.map(askAll))
    const total = (status: number) => counted.reduce((sum, statuses) => sum + (statuses.get(status) ?? 0), 0)
    // Or the requests would not have been of every kind.
    for (const status of [200, 204, 301, 304, 400, 404, 405, 412])
      expect(total(status), String(status)).toBeGreaterThan(100)
    expect(site.process.output()).not.toContain('"level":"error"')
    expect(site.process.output()).not.toMatch(/uncaught|exception/i)
  }, 900_000)
})
