import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'

/** What a hub does with one request. */
export type Answer = (response: ServerResponse, request: IncomingMessage) => void

/** A request as it came in. */
export interface ReceivedPing {
  readonly method: string
  readonly path: string
  readonly type: string
  readonly fields: readonly (readonly [string, string])[]
}

/** A hub that takes pings, or fails to order. */
export interface FaultyHub {
  readonly address: string
  readonly received: readonly ReceivedPing[]
  /** How many requests it had at once, at the most. */
  readonly most: number
  /** What it does with the next requests, in their order, whatever they are about; afterwards it takes all. */
  readonly plan: Answer[]
  close(): void
}

/** Starts it on a port of this machine. It thinks about a request for as long as `thinking` takes. */
export async function startFaultyHub(
  thinking: (topic: string) => Promise<void> = async () => {},
): Promise<FaultyHub> {
  const received: ReceivedPing[] = []
  const plan: Answer[] = []
  const load = { now: 0, most: 0 }
  const server = createServer(async (request, response) => {
    load.most = Math.max(load.most, ++load.now)
    const fields = [...new URLSearchParams(await text(request))]
    const { method = '', url: path = '', headers } = request
    received.push({ method, path, type: headers['content-type'] ?? '', fields })
    await thinking(fields.find(([name]) => name === 'hub.url')?.[1] ?? '')
    load.now--
    const answer = plan.shift() ?? ((taken) => taken.writeHead(204).end())
    answer(response, request)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The hub has no port')
  return {
    address: `http://127.0.0.1:${address.port}/`,
    received,
    get most() {
      return load.most
    },
    plan,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
