import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RawWorkerd, startRawWorkerd } from '../support/raw-workerd.ts'

/** An address of this machine under which one release follows another, each served by the Worker in workerd. */
export interface LiveSite {
  readonly address: string
  /** Builds a folder of articles, and serves it instead of what was served before. */
  publish(seeds: string): Promise<void>
  close(): Promise<void>
}

/** Takes an address, at which nothing is published yet. */
export async function startLiveSite(): Promise<LiveSite> {
  let live: { readonly folder: string; readonly worker: RawWorkerd } | undefined
  const server = createServer((incoming, outgoing) => {
    const { method, url: path, headers } = incoming
    const onward = request({
      host: '127.0.0.1',
      port: live?.worker.port,
      method,
      path,
      headers,
      agent: false,
    })
    onward.on('response', (response) => {
      outgoing.writeHead(response.statusCode ?? 0, response.rawHeaders)
      response.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    onward.end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const port = server.address()
  if (port === null || typeof port === 'string') throw new Error('The site has no port')

  async function stop(former: typeof live): Promise<void> {
    await former?.worker.stop()
    if (former !== undefined) rmSync(former.folder, { recursive: true })
  }

  return {
    address: `http://127.0.0.1:${port.port}`,
    publish: async (seeds) => {
      const former = live
      const folder = mkdtempSync(join(tmpdir(), 'strillone-release-'))
      live = { folder, worker: await startRawWorkerd(folder, seeds) }
      await stop(former)
    },
    close: async () => {
      server.close()
      server.closeAllConnections()
      await stop(live)
    },
  }
}
