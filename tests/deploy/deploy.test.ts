import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { REQUESTS } from '../cloudflare/requests.ts'
import { Publisher } from './publisher.ts'

const ARTICLES = 40

let publisher: Publisher

beforeAll(async () => {
  publisher = await Publisher.start(ARTICLES)
})

afterAll(() => publisher?.stop())

/** What lies in the folder of the bundle. */
function listBuilt(): string[] {
  return readdirSync(join(publisher.folder, 'dist'))
}

async function deploy(...args: readonly string[]) {
  const outcome = await publisher.run('deploy', ...args)
  expect(outcome.status, outcome.stdout + outcome.stderr).toBe(0)
  return outcome
}

// Each of them goes on from where the one before left the account, as a publisher does.
describe('npm run deploy', () => {
  it('tells beforehand what it would store, and writes nothing', async () => {
    const { stdout } = await deploy('--dry-run')
    expect(stdout).toMatch(/\n(\d+) of \1 packs are to be stored \([\d.]+ kB\): \1 KV writes, of 1000 a day/)
    expect(publisher.api.requests.filter(({ method }) => method !== 'GET')).toEqual([])
    expect(publisher.hasLedger).toBe(false)
  })

  it('publishes a first time: all packs are there before anything is live', async () => {
    const { stdout, stderr } = await deploy()
    expect(stdout).toContain(`http://molti.news serves release `)
    expect(stderr).toMatch(/\d+ of \d+ packs stored, [\d.]+ kB of [\d.]+ kB, [\d.]+ [kM]B a second/)
    expect(await publisher.read()).toEqual({ articles: ARTICLES, isWhole: true })
    expect(publisher.api.account.counters.writes).toBe(publisher.stored.length)
    expect(publisher.hasLedger).toBe(true)
  })

  it('stores only what an article more changes', async () => {
    const before = publisher.stored
    publisher.write(ARTICLES + 1)
    await deploy()
    const after = publisher.stored
    expect(await publisher.read()).toEqual({ articles: ARTICLES + 1, isWhole: true })
    expect(publisher.api.account.counters.writes).toBe(after.length)
    expect(after.filter((key) => before.includes(key))).toEqual(before)
    expect(after.length - before.length).toBeGreaterThan(0)
  })

  it('keeps builds out of what it uploads, from the first pack until the Worker is there', async () => {
    publisher.write(ARTICLES + 2)
    const held: boolean[] = []
    const ends = [REQUESTS.bulkWrite, REQUESTS.uploadVersion].map((step) =>
      publisher.api.onRequest(step, () => {
        held.push(listBuilt().some((name) => name.endsWith('.claim')))
        return undefined
      }),
    )
    await deploy()
    for (const end of ends) end()
    expect(held.length).toBeGreaterThan(1)
    expect(held).not.toContain(false)
    expect(listBuilt().sort()).toEqual(['hot.bin', 'ledger.bin', 'packs', 'release.bin'])
  })

  it('writes nothing where nothing is new', async () => {
    const before = publisher.api.account.counters.writes
    const { stdout } = await deploy()
    expect(stdout).toContain('0 KV writes')
    expect(publisher.api.account.counters.writes).toBe(before)
  })
})
