import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { REQUESTS } from '../cloudflare/requests.ts'
import { Publisher } from './publisher.ts'

const ARTICLES = 40
const DAY = 86_400_000

let publisher: Publisher

/** The packs that are stored after each release. */
const storedAfter: (readonly string[])[] = []

beforeAll(async () => {
  publisher = await Publisher.start(ARTICLES)
  // Eight days lie between two deployments: so only their number keeps packs.
  for (let release = 0; release < 3; release++) {
    publisher.write(ARTICLES + release)
    await run('deploy')
    storedAfter.push(publisher.stored)
    publisher.age(8 * DAY)
  }
})

afterAll(() => publisher?.stop())

async function run(script: string, ...args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await publisher.run(script, ...args)
  expect(status, stdout + stderr).toBe(0)
  return stdout
}

/** Makes every version live once, and reads all of it. */
async function readEach(versions: number): Promise<readonly unknown[]> {
  const ids = publisher.api.account.worker('strillone').versions.map(({ id }) => id)
  const found = []
  for (const id of ids.slice(-versions)) {
    publisher.api.account.worker('strillone').deploy([{ version_id: id, percentage: 100 }])
    found.push(await publisher.read())
  }
  return found
}

// Each of them goes on from where the one before left the account.
describe('going back', () => {
  it('is one command, which brings back the content with the code', async () => {
    const { status, stderr } = await publisher.wrangler('rollback', '--yes', '--message', 'Too soon')
    expect(status, stderr).toBe(0)
    expect(await publisher.read()).toEqual({ articles: ARTICLES + 1, isWhole: true })
  })
})

describe('npm run gc', () => {
  it('deletes nothing by itself, and nothing of the last ten versions', async () => {
    expect(await run('gc')).toMatch(/^Versions whose packs are kept: 3\. Packs that none of them needs: 0\n/)
    expect(await run('gc', '--yes')).not.toContain('deleted')
    expect(publisher.stored).toEqual(storedAfter[2])
  })

  it('deletes nothing that a deployment needs, however old, as long as it is listed', async () => {
    expect(await run('gc', '--keep', '1', '--yes')).toContain('Packs that none of them needs: 0\n')
  })

  it('shows what only unlisted versions need, and deletes that when it is told to', async () => {
    publisher.api.account.worker('strillone').deployments.splice(0)
    await readEach(1)
    const shown = await run('gc', '--keep', '2')
    expect(shown).toContain('Versions whose packs are kept: 2.')
    expect(shown).toContain('Nothing is deleted.')
    expect(publisher.stored).toEqual(storedAfter[2])

    await run('gc', '--keep', '2', '--yes')
    expect(publisher.stored.length).toBeLessThan(storedAfter[2]?.length ?? 0)
    expect(shown.split('\n').filter((line) => /^[0-9a-f]{64}$/.test(line))).toEqual(
      storedAfter[2]?.filter((key) => !publisher.stored.includes(key)),
    )
    const whole = (articles: number) => ({ articles, isWhole: true })
    expect(await readEach(2)).toEqual([whole(ARTICLES + 1), whole(ARTICLES + 2)])
  })

  it('leaves what was stored in the last days, for whoever is about to deploy it', async () => {
    publisher.write(ARTICLES + 3)
    const end = publisher.api.onRequest(REQUESTS.uploadVersion, () => {
      killed.signal('SIGKILL')
      return 'reset'
    })
    const killed = publisher.start('deploy')
    await killed.ended
    end()
    const stored = publisher.stored
    expect(await run('gc', '--keep', '1', '--yes')).toContain('Packs that none of them needs: 0\n')
    publisher.age(8 * DAY)
    await run('gc', '--keep', '1', '--yes')
    expect(publisher.stored.length).toBeLessThan(stored.length)
    expect((await readEach(1))[0]).toEqual({ articles: ARTICLES + 2, isWhole: true })
  })

  it('stops where something is deployed meanwhile, and where Cloudflare refuses', async () => {
    publisher.write(ARTICLES + 4)
    await run('deploy')
    publisher.age(8 * DAY)
    publisher.api.account.worker('strillone').deployments.splice(0)
    await readEach(1)
    publisher.write(ARTICLES + 5)
    await run('deploy')
    publisher.age(8 * DAY)
    publisher.api.account.worker('strillone').deployments.splice(0)
    await readEach(1)
    const stored = publisher.stored

    publisher.api.faults.order(REQUESTS.bulkDelete, { kind: 'loss', isLost: () => true, isReported: true })
    const refused = await publisher.run('gc', '--keep', '1', '--yes')
    expect([refused.status, publisher.stored]).toEqual([1, stored])
    expect(refused.stderr).toMatch(/^error Cloudflare did not delete \d+ packs\. Run this again$/m)

    let lists = 0
    const end = publisher.api.onRequest(REQUESTS.listDeployments, () => {
      lists += 1
      if (lists === 2)
        publisher.api.account.worker('strillone').deploy([{ version_id: older, percentage: 100 }])
      return undefined
    })
    const older = publisher.api.account.worker('strillone').versions.at(-2)?.id ?? ''
    const raced = await publisher.run('gc', '--keep', '1', '--yes')
    end()
    expect([raced.status, publisher.stored]).toEqual([1, stored])
    expect(raced.stderr).toContain('Something was deployed meanwhile')
  })
})
