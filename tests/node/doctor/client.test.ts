import { createServer, type ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { Client, VISIT_LIMITS } from '../../../src/node/doctor/client.ts'
import { listen } from './a-site.ts'

describe('Asker', () => {
  it('has as many requests on the way at once as it may, and no more', async () => {
    const waiting: ServerResponse[] = []
    let most = 0
    const server = createServer((_, response) => {
      waiting.push(response)
      most = Math.max(most, waiting.length)
      // Whoever comes too early is counted before the others go.
      if (waiting.length === VISIT_LIMITS.mostAtOnce)
        setImmediate(() => {
          for (const each of waiting.splice(0)) each.end()
        })
    })
    const url = await listen(server)
    const client = new Client()
    await Promise.all(Array.from({ length: 3 * VISIT_LIMITS.mostAtOnce }, () => client.send({ url })))
    expect(most).toBe(VISIT_LIMITS.mostAtOnce)
  })

  it('asks for no more than a visit may take', async () => {
    const url = await listen(createServer((_, response) => response.end()))
    const client = new Client({ ...VISIT_LIMITS, mostRequests: 2 })
    const replies = [await client.send({ url }), await client.send({ url }), await client.send({ url })]
    expect(replies.map((reply) => ('status' in reply ? reply.status : reply.reason))).toEqual([
      200,
      200,
      'limit',
    ])
    expect(client.count).toBe(2)
  })
})
