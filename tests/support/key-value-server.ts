import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { decodeIndex } from '../../src/bundle/pack-codec.ts'

/** How the store treats a read: as it should, or in one of the ways in which stores fail. */
export type Fault =
  | 'none'
  | 'missing'
  | 'error'
  | 'hang'
  | 'truncated'
  | 'flipped'
  | 'rotten'
  | 'foreign'
  | 'reset'

/** A key-value store on this machine, that workerd takes for Workers KV, and that fails to order. */
export interface KeyValueServer {
  readonly port: number
  readonly values: Map<string, Uint8Array>
  /** The keys that were read, in order. */
  readonly reads: string[]
  fault: Fault
  close(): void
}

/**
 * Starts it, empty, unless `read` says what is elsewhere. Reads are `GET /key?urlencoded=true`, as workerd asks for them.
 */
export async function startKeyValueServer(
  read?: (key: string) => Uint8Array | undefined,
): Promise<KeyValueServer> {
  const values = new Map<string, Uint8Array>()
  const reads: string[] = []
  const store = { fault: 'none' as Fault }
  const server = createServer((request, response) => {
    const key = decodeURIComponent(new URL(request.url ?? '/', 'http://store').pathname.slice(1))
    reads.push(key)
    answer(response, read?.(key) ?? values.get(key), store.fault, values)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The store has no port')
  return {
    port: address.port,
    values,
    reads,
    get fault() {
      return store.fault
    },
    set fault(fault) {
      store.fault = fault
    },
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

function answer(
  response: ServerResponse,
  value: Uint8Array | undefined,
  fault: Fault,
  values: ReadonlyMap<string, Uint8Array>,
): void {
  switch (fault) {
    case 'hang':
      return
    case 'reset':
      response.destroy()
      return
    case 'error':
      response.writeHead(500).end()
      return
    case 'foreign':
      response.end([...values.values()].find((other) => other !== value) ?? 'not a pack')
      return
    case 'none':
    case 'missing':
    case 'truncated':
    case 'flipped':
    case 'rotten':
      if (value === undefined || fault === 'missing') response.writeHead(404).end()
      else response.end(fault === 'none' ? value : damage(value, fault))
  }
}

/** Half of a pack, a pack with one bit of its index changed, or one with all of its resources spoilt. */
function damage(value: Uint8Array, fault: 'truncated' | 'flipped' | 'rotten'): Uint8Array {
  if (fault === 'truncated') return value.subarray(0, value.length >> 1)
  const { length } = decodeIndex(value).head
  const damaged = Uint8Array.from(value)
  if (fault === 'rotten') damaged.fill(0, length)
  else damaged[length - 1] = (damaged[length - 1] ?? 0) ^ 1
  return damaged
}
