import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, request } from 'node:http'

/** One request as a client made it, and how it was answered. */
export interface Exchange {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly status: number
}

/** A server that passes everything on, and remembers it. */
export interface RecordingProxy {
  readonly port: number
  readonly exchanges: Exchange[]
  close(): void
}

/** Stands before a server on a port of this machine, so that a test sees what clients ask and are answered. */
export async function startRecordingProxy(targetPort: number): Promise<RecordingProxy> {
  const exchanges: Exchange[] = []
  const server = createServer((incoming, outgoing) => {
    const { method = '', url = '', headers } = incoming
    const onward = request({ host: '127.0.0.1', port: targetPort, method, path: url, headers, agent: false })
    onward.on('response', (response) => {
      const status = response.statusCode ?? 0
      exchanges.push({ method, path: url, headers, status })
      outgoing.writeHead(status, response.rawHeaders)
      response.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
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
