import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Account } from './account.ts'
import { Refusal, renderIssue, renderPage, renderSuccess } from './envelope.ts'
import type { KeyLoss } from './faults.ts'
import { assertStorable, type KeyValueNamespace } from './key-value-namespace.ts'

/** What one bulk request may have: as many keys, and as many bytes. */
const MOST_BULK_KEYS = 10_000
const MOST_BULK_BYTES = 100_000_000
const MOST_BULK_READ = 100

const title = z.object({ title: z.string().min(1) })
const pairs = z.array(
  z.strictObject({
    key: z.string(),
    value: z.string(),
    base64: z.boolean().default(false),
    metadata: z.unknown().optional(),
    expiration: z.number().optional(),
    expiration_ttl: z.number().optional(),
  }),
)
const keys = z.array(z.string())
const read = z.object({ keys: keys.max(MOST_BULK_READ), type: z.string().optional() })

/** What a request carries beside itself: the keys that it is to lose. */
export interface RequestEnv {
  readonly Bindings: { readonly loss: KeyLoss | undefined }
}

/** Workers KV, below `/accounts/<id>/storage/kv/namespaces`. */
export function keyValueRoutes(account: Account): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>()
  const { counters } = account

  routes.get('/', (c) => {
    const sign = c.req.query('direction') === 'desc' ? -1 : 1
    const field = c.req.query('order') === 'title' ? 'title' : 'id'
    const sorted = [...account.namespaces.values()].sort((left, right) =>
      left[field] < right[field] ? -sign : sign,
    )
    return renderPage(sorted, c.req.query(), 20, (page) => page.map(renderNamespace))
  })
  routes.post('/', async (c) =>
    renderSuccess(renderNamespace(account.createNamespace((await parseBody(c, title)).title))),
  )
  routes.get('/:id', (c) => renderSuccess(renderNamespace(account.namespace(c.req.param('id')))))
  routes.delete('/:id', (c) => {
    account.namespaces.delete(account.namespace(c.req.param('id')).id)
    return renderSuccess({})
  })

  routes.get('/:id/keys', (c) => {
    counters.lists += 1
    const { prefix = '', limit = '1000', cursor = '' } = c.req.query()
    const page = account.namespace(c.req.param('id')).list(prefix, Number(limit), cursor)
    return renderSuccess(page.keys, { count: page.keys.length, cursor: page.cursor })
  })

  routes.get('/:id/values/:key{.+}', (c) => {
    counters.reads += 1
    const value = account.namespace(c.req.param('id')).get(c.req.param('key'))
    if (value === undefined) throw new Refusal(404, 10_009, "get: 'key not found'")
    return new Response(Uint8Array.from(value.bytes), {
      headers: { 'content-type': 'application/octet-stream' },
    })
  })
  routes.get('/:id/metadata/:key{.+}', (c) => {
    const value = account.namespace(c.req.param('id')).get(c.req.param('key'))
    if (value === undefined) throw new Refusal(404, 10_009, "get: 'key not found'")
    return renderSuccess(value.metadata ?? null)
  })
  routes.put('/:id/values/:key{.+}', async (c) => {
    const namespace = account.namespace(c.req.param('id'))
    namespace.put(c.req.param('key'), await parseValue(c.req.raw))
    counters.writes += 1
    return renderSuccess({})
  })
  routes.delete('/:id/values/:key{.+}', (c) => {
    account.namespace(c.req.param('id')).delete(c.req.param('key'))
    counters.deletes += 1
    return renderSuccess({})
  })

  routes.put('/:id/bulk', async (c) => {
    const namespace = account.namespace(c.req.param('id'))
    const written = await parseBody(c, pairs)
    assertBulk('put', written.length)
    const kept = lose(written, ({ key }) => key, c.env.loss)
    const values = kept.map(({ key, value, base64, metadata }) => {
      const bytes = Buffer.from(value, base64 ? 'base64' : 'utf8')
      return [key, metadata === undefined ? { bytes } : { bytes, metadata }] as const
    })
    // One that cannot be stored, and none is.
    for (const [key, value] of values) assertStorable(key, value)
    for (const [key, value] of values) namespace.put(key, value)
    counters.writes += kept.length
    return renderBulk(
      written.map(({ key }) => key),
      kept.map(({ key }) => key),
      c.env.loss,
    )
  })
  const bulkDelete = async (c: Context<RequestEnv>, namespace: KeyValueNamespace) => {
    const named = await parseBody(c, keys)
    assertBulk('delete', named.length)
    const kept = lose(named, (key) => key, c.env.loss)
    for (const key of kept) namespace.delete(key)
    counters.deletes += kept.length
    return renderBulk(named, kept, c.env.loss)
  }
  routes.delete('/:id/bulk', (c) => bulkDelete(c, account.namespace(c.req.param('id'))))
  routes.post('/:id/bulk/delete', (c) => bulkDelete(c, account.namespace(c.req.param('id'))))
  routes.post('/:id/bulk/get', async (c) => {
    const namespace = account.namespace(c.req.param('id'))
    const named = (await parseBody(c, read)).keys
    counters.reads += named.length
    const text = (key: string) => {
      const value = namespace.get(key)
      return value === undefined ? null : Buffer.from(value.bytes).toString('utf8')
    }
    return renderSuccess({ values: Object.fromEntries(named.map((key) => [key, text(key)])) })
  })
  return routes
}

function renderNamespace({ id, title }: KeyValueNamespace): unknown {
  return { id, title, supports_url_encoding: true }
}

async function parseBody<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  const text = await c.req.text()
  if (Buffer.byteLength(text) > MOST_BULK_BYTES) throw new Refusal(413, 10_024, 'payload too large')
  const parsed = schema.safeParse(JSON.parse(text))
  if (!parsed.success) throw new Refusal(400, 10_012, renderIssue(parsed.error))
  return parsed.data
}

/** A value as it is, or in a form with its metadata. */
async function parseValue(request: Request): Promise<{ bytes: Uint8Array; metadata?: unknown }> {
  if (!request.headers.get('content-type')?.startsWith('multipart/form-data'))
    return { bytes: new Uint8Array(await request.arrayBuffer()) }
  const form = await request.formData()
  const value = form.get('value')
  const metadata = form.get('metadata')
  if (value === null) throw new Refusal(400, 10_012, 'malformed value')
  const bytes = typeof value === 'string' ? Buffer.from(value) : new Uint8Array(await value.arrayBuffer())
  return typeof metadata === 'string' ? { bytes, metadata: JSON.parse(metadata) } : { bytes }
}

function assertBulk(what: 'put' | 'delete', count: number): void {
  if (count > MOST_BULK_KEYS) {
    const message = `bulk ${what}: 'received ${count} keys, but max allowed per request is: ${MOST_BULK_KEYS}'`
    throw new Refusal(400, 10_012, message)
  }
}

function lose<T>(items: readonly T[], keyOf: (item: T) => string, loss: KeyLoss | undefined): readonly T[] {
  return items.filter((item, index) => !loss?.isLost(keyOf(item), index))
}

function renderBulk(all: readonly string[], kept: readonly string[], loss: KeyLoss | undefined): Response {
  const done = new Set(kept)
  const isTold = loss?.isReported ?? true
  return renderSuccess({
    successful_key_count: isTold ? kept.length : all.length,
    unsuccessful_keys: isTold ? all.filter((key) => !done.has(key)) : [],
  })
}
