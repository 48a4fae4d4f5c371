import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { KeyValueServer } from '../support/key-value-server.ts'
import type { WorkerdProcess } from '../support/workerd-process.ts'
import type { CloudflareApi } from './cloudflare-api.ts'
import { VersionRuntimes } from './version-runtimes.ts'
import type { WorkerVersion } from './worker.ts'

/** A Worker at an address of this machine, where it answers as at Cloudflare: with the version that is deployed. */
export interface DeployedSite {
  readonly address: string
  readonly port: number
  /**
   * What a command needs in its environment so that all that it asks of `http://` hosts comes here, whatever their name,
   * but for this machine's own.
   */
  readonly environment: Readonly<Record<string, string>>
  /** Serves a version beside the one that is live, and gives its address. Throws a Refusal where there is none. */
  serveVersion(id: string): Promise<string>
  /** The store that the live version reads. Throws where none is live. */
  liveStore(): Promise<KeyValueServer>
  /** Goes on with what is live now, as a data centre does that has not heard of the next deployment yet. */
  hold(): void
  /** Shows again what is live, from now on. */
  follow(): void
  stop(): Promise<void>
}

/**
 * Starts it. There need not be such a Worker yet: until one is deployed the answer is 404. A request whose Host is that of
 * a preview, `<the first 8 characters of a version, or its alias>-<worker>.…`, is answered by that version.
 */
export async function startDeployedSite(api: CloudflareApi, workerName: string): Promise<DeployedSite> {
  const runtimes = new VersionRuntimes(api.account)
  let held: { readonly version: WorkerVersion | undefined } | undefined

  const live = () => api.account.workers.get(workerName)?.live()

  function versionFor(host: string): WorkerVersion | undefined {
    const name = host.split('.')[0] ?? ''
    if (!name.endsWith(`-${workerName}`)) return held === undefined ? live() : held.version
    const preview = name.slice(0, -workerName.length - 1)
    return api.account.workers
      .get(workerName)
      ?.versions.findLast(({ id, annotations }) =>
        [id.slice(0, 8), annotations['workers/alias']].includes(preview),
      )
  }

  const server = createServer((incoming, outgoing) => {
    // Which version answers is decided here, once: so nobody sees a mixture, and nobody sees the change.
    const version = versionFor(incoming.headers.host ?? '')
    if (version === undefined) {
      incoming.resume()
      outgoing.writeHead(404, { 'content-type': 'text/plain' }).end('There is nothing here yet')
      return
    }
    runtimes.run(version).then(
      (running) => passOn(incoming, outgoing, running),
      (error: Error) => outgoing.writeHead(500, { 'content-type': 'text/plain' }).end(error.message),
    )
  })
  // As a proxy: what comes through the tunnel is a request like any other.
  server.on('connect', (_request, socket) => {
    // Whoever goes away has had enough.
    socket.on('error', () => undefined)
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    server.emit('connection', socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The site has no port')

  const origin = `http://127.0.0.1:${address.port}`
  return {
    address: origin,
    port: address.port,
    environment: { NODE_USE_ENV_PROXY: '1', HTTP_PROXY: origin, http_proxy: origin, NO_PROXY: '127.0.0.1' },
    serveVersion: async (id) => (await runtimes.run(api.account.worker(workerName).version(id))).address,
    liveStore: () => {
      const namespace = live()?.bindings.find(({ type }) => type === 'kv_namespace')
      if (namespace === undefined) throw new Error('Nothing is live that reads a store')
      return runtimes.store(String(namespace['namespace_id']))
    },
    hold: () => {
      held = { version: live() }
    },
    follow: () => {
      held = undefined
    },
    stop: async () => {
      server.close()
      server.closeAllConnections()
      await runtimes.stop()
    },
  }
}

function passOn(incoming: IncomingMessage, outgoing: ServerResponse, { port }: WorkerdProcess): void {
  const { method = 'GET', url = '/', headers } = incoming
  // A client that has a proxy and no tunnel sends the whole address (RFC 9112 §3.2.2).
  const path = url.replace(/^http:\/\/[^/]*/, '') || '/'
  const onward = request({ host: '127.0.0.1', port, method, path, headers, agent: false })
  onward.on('response', (response) => {
    outgoing.writeHead(response.statusCode ?? 0, response.rawHeaders)
    response.pipe(outgoing)
    response.on('error', () => outgoing.destroy())
  })
  onward.on('error', () => outgoing.destroy())
  outgoing.on('close', () => onward.destroy())
  incoming.pipe(onward)
}
