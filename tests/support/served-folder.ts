import { join } from 'node:path'
import { freePort } from './free-port.ts'
import { type Exchange, startRecordingProxy } from './recording-proxy.ts'
import { start } from './run-script.ts'

const ROOT = join(import.meta.dirname, '../..')

/** A folder of articles that `npm start` serves, with all that clients ask for written down. */
export interface ServedFolder {
  readonly address: string
  readonly exchanges: Exchange[]
  stop(): Promise<void>
}

/** Serves a folder under the address of a recording proxy. */
export async function serveFolder(seeds: string): Promise<ServedFolder> {
  const port = await freePort()
  const proxy = await startRecordingProxy(port)
  const address = `http://127.0.0.1:${proxy.port}`
  const dev = start(process.execPath, [
    join(ROOT, 'scripts/strillone.ts'),
    'start',
    '--seeds',
    seeds,
    '--port',
    String(port),
    '--url',
    address,
  ])
  await dev.waitFor(/Ctrl-C stops/)
  return {
    address,
    exchanges: proxy.exchanges,
    stop: async () => {
      proxy.close()
      await dev.stop()
    },
  }
}
