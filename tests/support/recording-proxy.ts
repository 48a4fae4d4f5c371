import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http'

/** One request as a client made it, and how it was answered. */
export interface Exchange {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly status: number
  /** The headers of the answer. */
  readonly answer: IncomingHttpHeaders
  /** How long the answer's body is on the wire, coded as it is. It counts up until the client has all of it. */
  readonly bytes: number
}

/** A server that passes everything on, and remembers it. */
export interface RecordingProxy {
  readonly port: number
  readonly exchanges: Exchange[]
  close(): void
}

/** How long a server may be away, as one publication gives way to the next, before its clients are told. */
const AWAY_MILLISECONDS = 100_000
const RETRY_MILLISECONDS = 50

/**
 * Stands before a server on a port of this machine, so that a test sees what clients ask and are answered. A request
 * that finds no server waits for it; it is passed on without a body.
 */
export async function startRecordingProxy(targetPort: number): Promise<RecordingProxy> {
  const exchanges: Exchange[] = []
  const server = createServer((incoming, outgoing) => {
    const { method = '', url = '', headers } = incoming
    const deadline = Date.now() + AWAY_MILLISECONDS
    incoming.resume()
    passOn()

    function passOn(): void {
      const onward = request({
        host: '127.0.0.1',
        port: targetPort,
        method,
        path: url,
        headers,
        agent: false,
      })
      onward.on('response', answer)
      onward.on('error', () => {
        if (outgoing.headersSent || outgoing.destroyed || Date.now() > deadline) outgoing.destroy()
        else setTimeout(passOn, RETRY_MILLISECONDS)
      })
      onward.end()
    }

    function answer(response: IncomingMessage): void {
      const status = response.statusCode ?? 0
      const exchange = { method, path: url, headers, status, answer: response.headers, bytes: 0 }
      exchanges.push(exchange)
      response.on('data', (chunk: Buffer) => {
        exchange.bytes += chunk.length
      })
      outgoing.writeHead(status, response.rawHeaders)
      response.pipe(outgoing)
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port')
  return {
    port: address.port,
    exchanges,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
