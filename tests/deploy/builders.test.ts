import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type CloudflareApi, startCloudflareApi } from '../cloudflare/cloudflare-api.ts'
import { inManyRounds } from '../support/rounds.ts'
import { type Builder, ModelSite } from './model-site.ts'
import { inEveryOrder, runInterleaved } from './schedule.ts'

// What they say is said many times.
vi.mock('../../src/node/cli/print.ts')

const START = Date.UTC(2026, 5, 1)

let api: CloudflareApi

beforeAll(async () => {
  api = await startCloudflareApi()
})

afterAll(() => api?.close())

/** A laptop that keeps the ledger, a fresh clone each time, and a clone of long ago. None commits. */
function threeBuilders(): readonly [Builder, Builder, Builder] {
  return [
    { ledger: undefined, keeps: true },
    { ledger: undefined, keeps: false },
    { ledger: undefined, keeps: false },
  ]
}

/** A site with two articles, published. */
async function aSite() {
  const site = new ModelSite(api, START)
  const builders = threeBuilders()
  const [laptop, , old] = builders
  site.folder.add()
  site.folder.add()
  await site.deploy(laptop)
  old.ledger = laptop.ledger
  site.folder.settle()
  return { site, builders }
}

describe('three builders of which none commits', () => {
  it('give one article one id for ever, and let no address die, whatever happens to the articles', async () => {
    await inManyRounds(async (dice) => {
      const { site, builders } = await aSite()
      for (let step = 0; step < 30; step += 1) {
        site.folder.change(dice)
        if (dice.happens(12)) site.rollBack((versions) => dice.pick(versions.slice(-4)))
        if (!dice.happens(2)) continue
        await site.deploy(dice.pick(builders))
        site.folder.settle()
        expect(site.broken()).toEqual([])
      }
    }, 20)
  })

  it('do so where they deploy at once, and some are killed', async () => {
    await inManyRounds(async (dice) => {
      const { site, builders } = await aSite()
      for (let round = 0; round < 6; round += 1) {
        for (let change = 0; change < 3; change += 1) site.folder.change(dice)
        const runs = builders.map((builder) => (turn: () => Promise<void>) => site.deploy(builder, turn))
        await runInterleaved(runs, (among) => Math.floor(dice.roll() * among), dice.happens(2))
        await site.deploy(dice.pick(builders))
        site.folder.settle()
        expect(site.broken()).toEqual([])
      }
    }, 20)
  })
})

describe('a laptop and a build machine at once', () => {
  it.each([false, true])(
    'in every order of their steps; one of them killed at any step: %s',
    async (kills) => {
      const rounds = await inEveryOrder(async (choose) => {
        const { site, builders } = await aSite()
        const [laptop, fresh] = builders
        site.folder.put(1, { path: 'renamed.md', title: 'Another title' })
        site.folder.put(2, { isWithdrawn: true })
        site.folder.add()
        const runs = [laptop, fresh].map(
          (builder) => (turn: () => Promise<void>) => site.deploy(builder, turn),
        )
        await runInterleaved(runs, choose, kills)
        if (kills) await site.deploy(fresh)
        expect(site.broken()).toEqual([])
        site.folder.settle()
        site.folder.put(3, { path: 'moved.md' })
        site.folder.put(2, { isWithdrawn: false })
        await site.deploy(fresh)
        expect(site.broken()).toEqual([])
      }, 5000)
      expect(rounds).toBeGreaterThan(50)
    },
  )
})
