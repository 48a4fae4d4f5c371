import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { gunzipSync, gzipSync } from 'node:zlib'
import { onTestFinished } from 'vitest'

/** One answer, before it is sent. */
export interface Sent {
  status: number
  headers: Record<string, string | undefined>
  body: Buffer
}

/** Changes an answer for the worse. */
export type Fault = (sent: Sent, request: IncomingMessage) => void

/** Has every answer say something else in a header, or leave it out. */
export function saying(name: string, value: string | undefined): Fault {
  return (sent) => {
    sent.headers[name] = value
  }
}

/** Gives every answer another status. */
export function answering(status: number): Fault {
  return (sent) => {
    sent.status = status
  }
}

/** Starts a server on a port of its own, which goes when the test ends; gives its origin. */
export async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return `http://127.0.0.1:${address.port}`
}

/** A site on this machine that answers as it should, but for the fault; gives its origin. */
export async function startSite(fault: Fault = () => {}): Promise<string> {
  let origin = ''
  const answer: RequestListener = (request, response) => {
    const sent = answerWell(request, origin)
    fault(sent, request)
    const headers = Object.entries(sent.headers).filter(([, value]) => value !== undefined)
    const length = sent.status === 304 ? [] : [['Content-Length', String(sent.body.length)]]
    response.writeHead(sent.status, Object.fromEntries([...length, ...headers]))
    response.end(request.method === 'HEAD' ? undefined : sent.body)
  }
  origin = await listen(createServer(answer))
  return origin
}

/** Puts other bytes in the place of a body, and keeps to how it is coded. */
export function replaceBody(sent: Sent, change: (text: string) => string | Buffer): void {
  if (sent.status !== 200) return
  const isGzip = sent.headers['Content-Encoding'] === 'gzip'
  const text = (isGzip ? gunzipSync(sent.body) : sent.body).toString('utf8')
  const changed = Buffer.from(change(text))
  sent.body = isGzip ? gzipSync(changed) : changed
}

const MODIFIED = 'Sat, 10 Jan 2026 12:00:00 GMT'

function answerWell(request: IncomingMessage, origin: string): Sent {
  const document = documents(origin)[request.url ?? '']
  if (document === undefined)
    return { status: 404, headers: { 'Content-Type': 'text/plain' }, body: Buffer.from('no') }
  const [type, text] = document
  const etag = `W/"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"`
  const offered = String(request.headers['accept-encoding'] ?? '')
  const isGzip = offered.includes('gzip')
  const headers = {
    ...{ 'Content-Type': type, ETag: etag, 'Last-Modified': MODIFIED, Vary: 'Accept-Encoding' },
    ...{ 'Cache-Control': 'public, max-age=1800', 'Access-Control-Allow-Origin': '*' },
  }
  const known = request.headers['if-none-match']
  const isKnown =
    known === undefined
      ? request.headers['if-modified-since'] === MODIFIED
      : known.replace(/^W\//, '').replaceAll('"', '') === etag.slice(3, -1)
  if (isKnown)
    return { status: 304, headers: { ...headers, 'Content-Type': undefined }, body: Buffer.alloc(0) }
  const plain = Buffer.from(text)
  if (!isGzip) return { status: 200, headers, body: plain }
  return { status: 200, headers: { ...headers, 'Content-Encoding': 'gzip' }, body: gzipSync(plain) }
}

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f']

function documents(origin: string): Readonly<Record<string, readonly [type: string, text: string]>> {
  const words = 'All the words of an article that is worth compressing. '.repeat(10)
  const items = NAMES.map(
    (name) =>
      `<item><title>${name}</title><link>${origin}/${name}</link><guid isPermaLink="false">tag:news.site,2026:${name}</guid>` +
      `<pubDate>Sat, 10 Jan 2026 12:00:00 GMT</pubDate><description>${words}</description></item>`,
  )
  const rss =
    '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>' +
    `<title>News</title><link>${origin}/</link><atom:link rel="self" href="${origin}/feed.rss"/>${items.join('')}</channel></rss>`
  const json = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'News',
    feed_url: `${origin}/feed.json`,
    items: NAMES.map((name) => ({
      ...{ id: `tag:news.site,2026:${name}`, url: `${origin}/${name}`, content_text: words },
    })),
  })
  const links =
    '<link rel="alternate" type="application/rss+xml" href="/feed.rss">' +
    '<link rel="alternate" type="application/feed+json" href="/feed.json">'
  return {
    '/': ['text/html; charset=utf-8', `<!doctype html><html><head>${links}</head></html>`],
    '/feed.rss': ['application/rss+xml; charset=utf-8', rss],
    '/feed.json': ['application/feed+json; charset=utf-8', json],
    '/robots.txt': ['text/plain; charset=utf-8', 'User-agent: *\nAllow: /\n'],
  }
}
