import { createServer, type Server } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainLine } from '../../../src/node/cli/print.ts'
import { VISIT_LIMITS } from '../../../src/node/doctor/client.ts'
import { examineSite } from '../../../src/node/doctor/examine-site.ts'
import { renderReport, reportDocument } from '../../../src/node/doctor/render-report.ts'
import { statusOf } from '../../../src/node/doctor/report.ts'

const LIMITS = { ...VISIT_LIMITS, timeoutMilliseconds: 300, mostRequests: 20 }

const HEADERS = fc.constantFrom(
  'Content-Encoding: gzip',
  'Content-Type: application/feed+json; charset=',
  'Location: //[',
  'ETag: W/',
  'Last-Modified: 1',
  'Age: x',
  'Link: <>; rel="hub self"',
  'Cache-Control: max-age=99999999999999999999',
)
const BODY = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.json(),
  fc.constantFrom(
    '<rss',
    '<feed><entry>',
    '<!doctype html><link rel=alternate type=application/atom+xml href="//">',
  ),
  fc
    .string()
    .map(
      (text) =>
        `<rss version="2.0"><channel><item><guid>${text}</guid><link>${text}</link></item></channel></rss>`,
    ),
  fc
    .string()
    .map(
      (text) =>
        `{"version":"https://jsonfeed.org/version/1","items":[{"id":${JSON.stringify(text)}}, null, 1]}`,
    ),
)
const MESSAGE = fc
  .tuple(fc.constantFrom(200, 200, 200, 301, 304, 403, 599), fc.array(HEADERS), BODY)
  .map(([status, headers, body]) => Buffer.from([`HTTP/1.1 ${status} x`, ...headers, '', body].join('\r\n')))
const ANY = fc.oneof(
  MESSAGE,
  MESSAGE,
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
)

/** Answers every request with the same bytes, and closes. */
async function serveBytes(bytes: Buffer): Promise<{ readonly port: number; readonly server: Server }> {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => socket.end(bytes))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return { port: address.port, server }
}

describe('examineSite()', () => {
  it('reports on whatever bytes a server sends, and never rejects', async () => {
    await fc.assert(
      fc.asyncProperty(ANY, fc.constantFrom('/', '/feed.rss', '/feed.json'), async (bytes, path) => {
        const { port, server } = await serveBytes(bytes)
        try {
          const report = await examineSite(`http://127.0.0.1:${port}${path}`, { limits: LIMITS })
          expect(report.findings).not.toEqual([])
          const lines = renderReport(report).map(plainLine)
          expect(lines.at(-1)).toMatch(/requests?$/)
          expect(lines.join('')).not.toMatch(/[\x00-\x08\x0a-\x1f\x7f-\x9f]/)
          expect(reportDocument(report, statusOf(report))['requests']).toBe(report.requests)
        } finally {
          server.close()
        }
      }),
      { numRuns: 60 },
    )
  })
})
