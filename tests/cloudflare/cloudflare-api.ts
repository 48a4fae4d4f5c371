import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Account } from './account.ts'
import { apiRoutes } from './account-routes.ts'
import { Refusal, renderRefusal } from './envelope.ts'
import { type Fault, FaultPlan } from './faults.ts'
import type { LoggedRequest, Watcher } from './requests.ts'

const PREFIX = '/client/v4'

/** The codes that the API gives where nothing else is known. */
const UNAVAILABLE = 10_001
const TOO_MANY_REQUESTS = 10_022

/** Cloudflare's API on this machine: it keeps what it is given, and fails to order. */
export interface CloudflareApi {
  /** What `CLOUDFLARE_API_BASE_URL` is to be. */
  readonly baseUrl: string
  /** The one token that it takes. */
  readonly token: string
  readonly account: Account
  readonly faults: FaultPlan
  /** All requests so far, in order. */
  readonly requests: LoggedRequest[]
  /** Has somebody told of each request that matches, while it waits. Gives what ends that. */
  onRequest(pattern: RegExp, watch: Watcher['watch'], moment?: Watcher['moment']): () => void
  /** Hides keys that are written from now on, for so many lists or until all is revealed. */
  hideNewKeys(lists?: number): void
  /** Lets everybody see every key, now and from now on. */
  revealKeys(): void
  close(): Promise<void>
}

/** Starts it, with an account in which there is nothing. */
export async function startCloudflareApi(token = 'a-token-of-the-test'): Promise<CloudflareApi> {
  const account = new Account()
  const faults = new FaultPlan()
  const requests: LoggedRequest[] = []
  const watchers = new Set<Watcher>()
  const routes = apiRoutes(account)
  routes.notFound(() => renderRefusal(new Refusal(404, 7003, 'Could not route to that path.')))
  routes.onError((error) =>
    renderRefusal(error instanceof Refusal ? error : new Refusal(400, 10_012, error.message)),
  )

  const server = createServer((incoming, outgoing) => {
    // A client that goes away is what some tests are about.
    handle(incoming, outgoing).catch(() => outgoing.destroy())
  }).listen(0, '127.0.0.1')
  // On a busy machine a client may ask again after more than the five seconds that are usual.
  server.keepAliveTimeout = 120_000
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The API has no port')

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { method = 'GET', headers } = incoming
    const url = new URL(incoming.url ?? '/', 'http://api')
    const body = await readBody(incoming)
    const request: LoggedRequest = {
      method,
      path: url.pathname.startsWith(`${PREFIX}/`) ? url.pathname.slice(PREFIX.length) : url.pathname,
      query: url.search,
      bytes: body.length,
      outcome: 'pending',
    }
    requests.push(request)
    if (headers.authorization !== `Bearer ${token}`) {
      return send(renderRefusal(new Refusal(403, 10_000, 'Authentication error')), request, outgoing)
    }
    const subject = `${method} ${request.path}`
    if (await ask('before')) return reset(request, outgoing)
    const fault = faults.take(subject)
    const fails = fault !== undefined && fault.kind !== 'loss'
    const apply = () =>
      Promise.resolve(
        routes.fetch(toRequest(request, headers, body), { loss: fault?.kind === 'loss' ? fault : undefined }),
      )
    const answer = fails && !fault.isApplied ? undefined : await apply()
    if (await ask('after')) return reset(request, outgoing)
    if (fails && fault.kind === 'reset') return reset(request, outgoing)
    if (fails && fault.kind === 'stall') {
      request.outcome = 'stalled'
      return
    }
    return send(fails && fault.kind === 'answer' ? renderFault(fault) : answer, request, outgoing)

    async function ask(moment: Watcher['moment']): Promise<boolean> {
      for (const watcher of watchers) {
        if (watcher.moment !== moment || !watcher.pattern.test(subject)) continue
        if ((await watcher.watch(request)) === 'reset') return true
      }
      return false
    }
  }

  return {
    baseUrl: `http://127.0.0.1:${address.port}${PREFIX}`,
    token,
    account,
    faults,
    requests,
    onRequest: (pattern, watch, moment = 'before') => {
      const watcher = { pattern, watch, moment }
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    hideNewKeys: (lists = Number.POSITIVE_INFINITY) => {
      account.visibility.hiddenLists = lists
    },
    revealKeys: () => {
      account.visibility.hiddenLists = 0
      for (const namespace of account.namespaces.values()) namespace.reveal()
    },
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

async function readBody(incoming: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function toRequest(
  { method, path, query }: LoggedRequest,
  headers: IncomingMessage['headers'],
  body: Buffer<ArrayBuffer>,
): Request {
  const type = headers['content-type']
  return new Request(`http://api${path}${query}`, {
    method,
    ...(type !== undefined && { headers: { 'content-type': type } }),
    ...(method !== 'GET' && method !== 'HEAD' && { body }),
  })
}

function renderFault({ status, retryAfterSeconds }: Extract<Fault, { kind: 'answer' }>): Response {
  const isRate = status === 429
  const message = isRate ? 'too many requests' : 'service temporarily unavailable'
  return renderRefusal(
    { status, code: isRate ? TOO_MANY_REQUESTS : UNAVAILABLE, message },
    retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) },
  )
}

async function send(
  answer: Response | undefined,
  request: LoggedRequest,
  outgoing: ServerResponse,
): Promise<void> {
  if (answer === undefined) throw new Error(`No answer to ${request.method} ${request.path}`)
  request.outcome = answer.status
  outgoing.writeHead(answer.status, Object.fromEntries(answer.headers))
  outgoing.end(Buffer.from(await answer.arrayBuffer()))
}

function reset(request: LoggedRequest, outgoing: ServerResponse): void {
  request.outcome = 'reset'
  outgoing.destroy()
}
