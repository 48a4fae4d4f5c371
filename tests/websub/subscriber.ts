import { createHmac, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { type Discovered, discoverInBody, discoverInHeader } from './discovery.ts'

/** What a hub brought. */
export interface Delivery {
  /** The address that was subscribed to. */
  readonly topic: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** Whether the signature is that of the secret that the hub was given. */
  readonly isSigned: boolean
}

/** A WebSub subscriber on this machine. */
export interface Subscriber {
  readonly deliveries: Delivery[]
  /** An address at which nothing was asked for. */
  readonly strayCallback: string
  /**
   * Finds a topic's hub where it is to look, and subscribes there, or at another hub. Resolves once the hub has verified
   * it; rejects where there is no hub, or it denies.
   */
  subscribe(url: string, where: 'header' | 'body', otherHub?: string): Promise<void>
  close(): void
}

interface Subscription {
  readonly topic: string
  readonly secret: string
  readonly verified: PromiseWithResolvers<void>
}

/** Starts it on a port of its own. */
export async function startSubscriber(): Promise<Subscriber> {
  const subscriptions = new Map<string, Subscription>()
  const deliveries: Delivery[] = []
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://subscriber')
    const subscription = subscriptions.get(url.pathname)
    if (subscription === undefined) response.writeHead(404).end()
    else if (request.method === 'POST') await receive(request, response, subscription)
    else verify(url.searchParams, response, subscription)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const port = server.address()
  if (port === null || typeof port === 'string') throw new Error('The subscriber has no port')
  const address = `http://127.0.0.1:${port.port}`

  async function receive(
    request: IncomingMessage,
    response: ServerResponse,
    { topic, secret }: Subscription,
  ): Promise<void> {
    const body = await text(request)
    const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
    const isSigned = request.headers['x-hub-signature'] === signature
    deliveries.push({ topic, headers: request.headers, body, isSigned })
    response.writeHead(204).end()
  }

  return {
    deliveries,
    strayCallback: `${address}/stray`,
    subscribe: async (url, where, otherHub) => {
      const { hubs, self } = await discover(url, where)
      const [hub, topic] = [otherHub ?? hubs[0], self[0]]
      if (hub === undefined || topic === undefined) throw new Error(`No hub in the ${where} of ${url}`)
      const path = `/${randomUUID()}`
      const subscription = { topic, secret: randomUUID(), verified: Promise.withResolvers<void>() }
      subscriptions.set(path, subscription)
      const body = new URLSearchParams({
        'hub.mode': 'subscribe',
        'hub.topic': topic,
        'hub.callback': `${address}${path}?kept=yes`,
        'hub.secret': subscription.secret,
      })
      const response = await fetch(hub, { method: 'POST', body })
      if (response.status !== 202) throw new Error(`The hub answers ${response.status}`)
      await subscription.verified.promise
    },
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

async function discover(url: string, where: 'header' | 'body'): Promise<Discovered> {
  const response = await fetch(url)
  const body = await response.text()
  return where === 'header'
    ? discoverInHeader(response.headers.get('Link'))
    : discoverInBody(response.headers.get('Content-Type') ?? '', body)
}

/** WebSub §5.3: only what was asked for is confirmed. */
function verify(query: URLSearchParams, response: ServerResponse, { topic, verified }: Subscription): void {
  const isOurs = query.get('hub.topic') === topic && query.get('kept') === 'yes'
  if (isOurs && query.get('hub.mode') === 'subscribe') {
    response.writeHead(200, { 'Content-Type': 'text/plain' }).end(query.get('hub.challenge'))
    verified.resolve()
  } else {
    response.writeHead(isOurs ? 200 : 404).end()
    verified.reject(new Error(`The hub denies it: ${query.get('hub.reason')}`))
  }
}
