import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Fault } from '../cloudflare/faults.ts'
import { REQUESTS } from '../cloudflare/requests.ts'
import { Publisher } from './publisher.ts'

let publisher: Publisher
let articles = 40

beforeAll(async () => {
  publisher = await Publisher.start(articles)
  const { status, stderr } = await publisher.run('deploy')
  expect(status, stderr).toBe(0)
})

afterAll(() => publisher?.stop())

beforeEach(() => {
  articles += 1
  publisher.write(articles)
  publisher.api.faults.clear()
})

const first = (_: string, index: number): boolean => index === 0
const LOSS = { kind: 'loss', isLost: first } as const

/** What goes wrong for a moment: the request, how, and how often. */
const PASSING: readonly (readonly [string, RegExp, Fault, number])[] = [
  ['a 429 with Retry-After', REQUESTS.bulkWrite, { kind: 'answer', status: 429, retryAfterSeconds: 1 }, 2],
  ['a 503', REQUESTS.bulkWrite, { kind: 'answer', status: 503 }, 2],
  ['a 500 for a list of keys', REQUESTS.listKeys, { kind: 'answer', status: 500 }, 2],
  ['a broken connection', REQUESTS.bulkWrite, { kind: 'reset' }, 1],
  ['a connection that breaks once all is stored', REQUESTS.bulkWrite, { kind: 'reset', isApplied: true }, 1],
  ['keys that are reported as not stored', REQUESTS.bulkWrite, { ...LOSS, isReported: true }, 2],
  ['a key that is lost, and nobody says so', REQUESTS.bulkWrite, { ...LOSS, isReported: false }, 1],
]

describe('npm run deploy', () => {
  it.each(PASSING)('gets over %s', async (_, request, fault, times) => {
    publisher.api.faults.order(request, fault, times)
    const { status, stderr } = await publisher.run('deploy')
    expect(status, stderr).toBe(0)
    expect(publisher.api.faults.left).toBe(0)
    expect(await publisher.read()).toEqual({ articles, isWhole: true })
  })

  it('ends where the writes of the day are used up, leaves live what is, and goes on the next day', async () => {
    const day = { kind: 'answer', status: 429, retryAfterSeconds: 40_000 } as const
    publisher.api.faults.order(REQUESTS.bulkWrite, day, 10)
    const { status, stdout, stderr } = await publisher.run('deploy')
    expect(stdout).toMatch(
      /^\d+ of \d+ packs are to be stored .* \d+ KV writes, of 1000 a day on the free plan$/m,
    )
    expect([status, stderr]).toEqual([1, expect.stringContaining('Cloudflare answered 429')])
    expect(await publisher.read()).toEqual({ articles: articles - 1, isWhole: true })

    publisher.api.faults.clear()
    expect((await publisher.run('deploy')).status).toBe(0)
    expect(await publisher.read()).toEqual({ articles, isWhole: true })
  })

  it('waits until what it stored is to be seen', async () => {
    publisher.api.hideNewKeys(2)
    const { status, stderr } = await publisher.run('deploy')
    publisher.api.revealKeys()
    expect(status, stderr).toBe(0)
    expect(await publisher.read()).toEqual({ articles, isWhole: true })
  })

  it('tells in one line what a token lacks, and never the token', async () => {
    publisher.api.faults.order(REQUESTS.bulkWrite, { kind: 'answer', status: 403 }, 10)
    const { status, stdout, stderr } = await publisher.run('deploy')
    expect(status).toBe(1)
    expect(stderr).toMatch(/^error Cannot store packs: Cloudflare answered 403.*Workers KV Storage: Edit\n$/m)
    expect(stdout + stderr).not.toContain(publisher.api.token)
    expect(await publisher.read()).toEqual({ articles: articles - 1, isWhole: true })
  })

  it('tells how to go back where what is live is not what was deployed', async () => {
    const [live] = publisher.api.account.worker('strillone').deployments
    publisher.site.hold()
    const deploying = await publisher.run('deploy', '--patience', '2')
    publisher.site.follow()
    expect(deploying.status).toBe(1)
    expect(deploying.stderr).toContain(`still serves release`)
    expect(deploying.stderr).toContain(`To go back: npx wrangler rollback ${live?.versions[0]?.version_id}`)
  })
})
