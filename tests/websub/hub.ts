import { createHmac, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { discoverInBody, discoverInHeader } from './discovery.ts'

/** A WebSub hub on this machine. */
export interface Hub {
  readonly address: string
  /** The topics that it was told of, in order. */
  readonly told: readonly string[]
  /** Waits until it has done all that it was asked for. */
  settled(): Promise<void>
  close(): void
}

interface Subscription {
  readonly callback: string
  readonly secret: string | undefined
}

interface Topic {
  readonly url: string
  /** As the hub last saw it. */
  body: string
  etag: string | null
  readonly subscriptions: Map<string, Subscription>
}

const LEASE_SECONDS = '864000'

/**
 * Starts it. It keeps to the Recommendation, and where that leaves a choice it is as strict as hubs are: it validates a
 * topic with its publisher before it verifies a subscription (§5.2), asks for it conditionally, and distributes it only
 * if the bytes are others than before (§7).
 */
export async function startHub(): Promise<Hub> {
  const topics = new Map<string, Topic>()
  const told: string[] = []
  const works = new Set<Promise<void>>()
  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await text(request))
    const mode = form.get('hub.mode')
    const work = plan(mode ?? '', form)
    if (work === undefined) return response.writeHead(400, { 'Content-Type': 'text/plain' }).end('What?\n')
    // The answer does not depend on what comes of it (§5.1.2).
    const working = work().finally(() => works.delete(working))
    works.add(working)
    return response.writeHead(mode === 'publish' ? 204 : 202).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const port = server.address()
  if (port === null || typeof port === 'string') throw new Error('The hub has no port')
  const address = `http://127.0.0.1:${port.port}/`

  function plan(mode: string, form: URLSearchParams): (() => Promise<void>) | undefined {
    const [topic, callback] = [form.get('hub.topic'), form.get('hub.callback')]
    if (mode === 'publish') {
      const urls = new Set([...form.getAll('hub.url'), ...form.getAll('hub.topic')])
      told.push(...urls)
      return urls.size === 0 ? undefined : async () => void (await Promise.all([...urls].map(publish)))
    }
    if (topic === null || callback === null) return undefined
    const secret = form.get('hub.secret') ?? undefined
    if (mode === 'subscribe') return () => subscribe(topic, { callback, secret })
    if (mode === 'unsubscribe') return () => unsubscribe(topic, callback)
    return undefined
  }

  /** §5.2 and §5.3. */
  async function subscribe(url: string, subscription: Subscription): Promise<void> {
    const { callback } = subscription
    const seen = await look(url)
    if (typeof seen === 'string') {
      await fetch(withQuery(callback, { 'hub.mode': 'denied', 'hub.topic': url, 'hub.reason': seen }))
    } else if (await isMeant('subscribe', url, callback)) {
      const topic = topics.get(url) ?? { ...seen, url, subscriptions: new Map() }
      topics.set(url, topic)
      topic.subscriptions.set(callback, subscription)
    }
  }

  async function unsubscribe(url: string, callback: string): Promise<void> {
    if (await isMeant('unsubscribe', url, callback)) topics.get(url)?.subscriptions.delete(callback)
  }

  /** What the topic is, or why nobody can be subscribed to it. */
  async function look(url: string): Promise<Pick<Topic, 'body' | 'etag'> | string> {
    const response = await fetch(url)
    const body = await response.text()
    if (!response.ok) return `it answers ${response.status}`
    const header = discoverInHeader(response.headers.get('Link'))
    const inBody = discoverInBody(response.headers.get('Content-Type') ?? '', body)
    const names = ({ hubs, self }: typeof header) => hubs.includes(address) && self.join() === url
    if (!names(header) && !names(inBody)) return 'it does not name this hub, or itself'
    return { body, etag: response.headers.get('ETag') }
  }

  async function isMeant(mode: string, url: string, callback: string): Promise<boolean> {
    const challenge = randomUUID()
    const asking = { 'hub.mode': mode, 'hub.topic': url, 'hub.challenge': challenge }
    const response = await fetch(withQuery(callback, { ...asking, 'hub.lease_seconds': LEASE_SECONDS }))
    return (await response.text()) === challenge && response.ok
  }

  async function publish(url: string): Promise<void> {
    const topic = topics.get(url)
    if (topic === undefined) return
    const headers = topic.etag === null ? undefined : { 'If-None-Match': topic.etag }
    const response = await fetch(url, { ...(headers && { headers }) })
    const body = await response.text()
    if (response.status !== 200 || body === topic.body) return
    topic.body = body
    topic.etag = response.headers.get('ETag')
    const type = response.headers.get('Content-Type') ?? ''
    await Promise.all([...topic.subscriptions.values()].map((each) => distribute(topic, type, each)))
  }

  async function distribute(
    { url, body, subscriptions }: Topic,
    type: string,
    to: Subscription,
  ): Promise<void> {
    const headers = new Headers({
      'Content-Type': type,
      Link: `<${url}>; rel="self", <${address}>; rel="hub"`,
    })
    if (to.secret !== undefined) {
      headers.set('X-Hub-Signature', `sha256=${createHmac('sha256', to.secret).update(body).digest('hex')}`)
    }
    // A subscriber that is away misses it: this hub brings everything once.
    const response = await fetch(to.callback, { method: 'POST', headers, body }).catch(() => undefined)
    await response?.body?.cancel()
    if (response?.status === 410) subscriptions.delete(to.callback)
  }

  return {
    address,
    told,
    settled: async () => {
      while (works.size > 0) await Promise.all(works)
    },
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** A callback keeps the query that it has (§5.1.1). */
function withQuery(url: string, parameters: Readonly<Record<string, string>>): URL {
  const target = new URL(url)
  for (const [name, value] of Object.entries(parameters)) target.searchParams.append(name, value)
  return target
}
