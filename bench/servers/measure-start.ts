import { sendRequest } from '../../tests/support/raw-socket.ts'
import { readCpuMicroseconds } from '../process-usage.ts'
import { type ServerModule, serveModules } from './serve-site.ts'

/** A port without a server, because the store is not needed. */
const UNUSED_PORT = 9

/** A Worker that loads another one on request. */
const LOADER = `export default {
  async fetch(request) {
    if (request.url.endsWith('/load')) await import('./loaded.js')
    return new Response('')
  },
}
`

/**
 * The CPU time in milliseconds that workerd needs to compile a Worker's modules and run their top level. The main module is
 * the first. A Worker's own clock stands still meanwhile, so another Worker loads it, and the CPU time of the process is
 * read before and after.
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
