import { build } from 'esbuild'
import type { ServerModule } from './serve-site.ts'

/** A recorded answer of another Worker. */
export interface Recorded {
  readonly path: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** The smallest possible Worker: it ignores the request, and gives one answer from memory. */
export function bareWorker(answer: Recorded): readonly ServerModule[] {
  const source = `import bytes from 'body.bin'
const body = ${answer.status === 304 ? 'null' : 'new Uint8Array(bytes)'}
${renderInit(answer)}
export default { fetch: () => new Response(body, init) }
`
  return [{ name: 'index.js', contents: source }, bodyModule(answer)]
}

/** The same, but first it reads a value from a store, as large as the values that ours reads. It takes the keys in turn. */
export function bareStoreWorker(answer: Recorded, keys: readonly string[]): readonly ServerModule[] {
  const source = `import bytes from 'body.bin'
const body = new Uint8Array(bytes)
const keys = ${JSON.stringify(keys)}
let next = 0
${renderInit(answer)}
export default {
  async fetch(request, env) {
    await env.PACKS.get(keys[next++ % keys.length], { type: 'arrayBuffer', cacheTtl: 86400 })
    return new Response(body, init)
  },
}
`
  return [{ name: 'index.js', contents: source }, bodyModule(answer)]
}

/** A Worker with one route of hono, written as its users write it, that gives one answer from memory. */
export async function honoWorker(answer: Recorded): Promise<readonly ServerModule[]> {
  const source = `import { Hono } from 'hono'
import bytes from 'body.bin'
const body = ${answer.status === 304 ? 'null' : 'new Uint8Array(bytes)'}
${renderInit(answer)}
const app = new Hono()
app.get(${JSON.stringify(answer.path)}, () => new Response(body, init))
export default app
`
  const result = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname, loader: 'js' },
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2024',
    external: ['*.bin'],
  })
  const contents = result.outputFiles.map(({ text }) => text).join('')
  return [{ name: 'index.js', contents }, bodyModule(answer)]
}

function renderInit({ status, headers }: Recorded): string {
  const encoding = 'content-encoding' in headers ? ", encodeBody: 'manual'" : ''
  return `const init = { status: ${status}, headers: ${JSON.stringify(headers)}${encoding} }`
}

function bodyModule({ body }: Recorded): ServerModule {
  return { name: 'body.bin', contents: body }
}
