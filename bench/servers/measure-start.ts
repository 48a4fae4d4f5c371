import { sendRequest } from '../../tests/support/raw-socket.ts'
import { readCpuMicroseconds } from '../process-usage.ts'
import { type ServerModule, serveModules } from './serve-site.ts'

/** Where nothing listens: no store is asked. */
const UNUSED_PORT = 9

/** A Worker that loads another one when it is told to. */
const LOADER = `export default {
  async fetch(request) {
    if (request.url.endsWith('/load')) await import('./loaded.js')
    return new Response('')
  },
}
`

/**
 * How many milliseconds of a core workerd takes to compile and run the top of a Worker's modules, the main one of which stands
 * first. A Worker's own clock stands still meanwhile, so another Worker loads it, and the process is looked at before and
 * after.
 */
export async function measureStart(folder: string, modules: readonly ServerModule[]): Promise<number> {
  const [main, ...data] = modules
  const loaded = { name: 'src/loaded.js', contents: main?.contents ?? '' }
  const loader = { name: 'src/index.js', contents: LOADER }
  const server = await serveModules(folder, [loader, loaded, ...data], { storePort: UNUSED_PORT })
  try {
    for (let warmth = 0; warmth < 20; warmth++) await ask(server.port, '/')
    const before = await readCpuMicroseconds(server.pid)
    await ask(server.port, '/load')
    return ((await readCpuMicroseconds(server.pid)) - before) / 1000
  } finally {
    await server.stop()
  }
}

async function ask(port: number, path: string): Promise<void> {
  const { status } = await sendRequest(port, `GET ${path} HTTP/1.1`)
  if (status !== 200) throw new Error(`${path} was answered ${status}`)
}
