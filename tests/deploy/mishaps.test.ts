import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { REQUESTS } from '../cloudflare/requests.ts'
import type { Outcome } from '../support/run-script.ts'
import { Publisher } from './publisher.ts'

const DAY = 86_400_000

let publisher: Publisher
let articles = 20

beforeAll(async () => {
  publisher = await Publisher.start(articles)
})

afterAll(() => publisher?.stop())

async function succeed(running: Promise<Outcome>): Promise<Outcome> {
  const outcome = await running
  expect(outcome.status, outcome.stdout + outcome.stderr).toBe(0)
  return outcome
}

async function fail(running: Promise<Outcome>): Promise<string> {
  const { status, stdout, stderr } = await running
  expect(status, stdout + stderr).toBe(1)
  return stdout + stderr
}

/** Has wrangler.toml be another one for a while. */
async function withConfig(change: (text: string) => string, use: () => Promise<void>): Promise<void> {
  let before = ''
  publisher.configure((text) => {
    before = text
    return change(text)
  })
  try {
    await use()
  } finally {
    publisher.configure(() => before)
  }
}

const STAGING = '[env.staging]\nkv_namespaces = [{ binding = "PACKS" }]\n'
const BUILD =
  '[env.staging.build]\ncommand = "npm run build -- --env staging --preview --url http://s.news"\n'

// Each of them goes on from where the one before left the account.
describe('npm run deploy', () => {
  it('remembers nothing of who is not let in', async () => {
    const told = await fail(publisher.runWith({ CLOUDFLARE_API_TOKEN: '' }, 'deploy'))
    expect(told).toBe('error Not logged in. Run npx wrangler login, or set CLOUDFLARE_API_TOKEN\n')
    expect(publisher.hasLedger).toBe(false)
  })

  it('publishes and remembers, whatever an earlier command has left in the environment', async () => {
    const left = {
      STRILLONE_PREVIEW_URL: 'https://preview.molti.news',
      WRANGLER_COMMAND: 'dev',
      WRANGLER_LOG: 'debug',
    }
    await succeed(publisher.runWith(left, 'deploy'))
    expect(await publisher.read()).toEqual({ articles, isWhole: true })
    expect((await fetch(publisher.site.address)).headers.has('X-Robots-Tag')).toBe(false)
    expect(publisher.hasLedger).toBe(true)
    const bare = publisher.wranglerWith({ STRILLONE_PREVIEW_URL: left.STRILLONE_PREVIEW_URL }, 'deploy')
    expect(await fail(bare)).toContain('STRILLONE_PREVIEW_URL is set, so this would deploy a preview')
  })

  it('keeps a build out of what it uploads, which names it and changes nothing', async () => {
    articles += 1
    publisher.write(articles)
    const told = Promise.withResolvers<string>()
    const end = publisher.api.onRequest(REQUESTS.bulkWrite, async () => {
      end()
      publisher.write(articles + 1)
      const { stderr } = await publisher.run('build', '--hot-bytes', '100000')
      told.resolve(stderr)
      return undefined
    })
    await succeed(publisher.run('deploy'))
    expect(await told.promise).toMatch(
      /^error Another build writes to dist .*, or a deployment reads it: process \d+\./m,
    )
    expect(await publisher.read()).toEqual({ articles, isWhole: true })
    articles += 1
    await succeed(publisher.run('deploy'))
    expect(await publisher.read()).toEqual({ articles, isWhole: true })
  })

  it('uploads nothing but what it has stored, though something else is put there meanwhile', async () => {
    articles += 1
    publisher.write(articles)
    const end = publisher.api.onRequest(REQUESTS.bulkWrite, async () => {
      end()
      publisher.write(articles + 1)
      await succeed(publisher.run('build', '--hot-bytes', '100000', '--out', 'other'))
      cpSync(join(publisher.folder, 'other'), join(publisher.folder, 'dist'), { recursive: true })
      return undefined
    })
    expect(await fail(publisher.run('deploy'))).toContain('Something else was built into dist meanwhile')
    expect(await publisher.read()).toEqual({ articles: articles - 1, isWhole: true })
    articles += 1
    await succeed(publisher.run('deploy'))
  })

  it('says that it is live where wrangler fails after that', async () => {
    articles += 1
    publisher.write(articles)
    publisher.api.faults.order(/^GET .+\/workers\/workers\/strillone$/, { kind: 'answer', status: 400 }, 5)
    const told = await fail(publisher.run('deploy'))
    publisher.api.faults.clear()
    expect(told).toMatch(
      /It is deployed, but wrangler did not finish.* To go back: npx wrangler rollback [\da-f-]+\n/,
    )
    expect(await publisher.read()).toEqual({ articles, isWhole: true })
  })

  it.each([
    ['a build of its own', STAGING, 'would be built as the live site is'],
    [
      'its own name in its build',
      STAGING + BUILD.replace('--env staging ', ''),
      'would be built as the live',
    ],
    [
      'routes of its own',
      `routes = ["molti.news"]\n${STAGING}${BUILD}`,
      'would take over the routes of the live site',
    ],
  ])('stops at an environment without %s', async (_, staging, reason) => {
    const [routes = ''] = /^routes.*\n/.exec(staging) ?? []
    const change = (text: string) => `${routes}${text}\n${staging.replace(routes, '')}`
    await withConfig(change, async () => {
      expect(await fail(publisher.run('deploy', '--env', 'staging'))).toContain(reason)
      expect(await fail(publisher.wrangler('deploy', '--env', 'staging'))).toContain(reason)
      expect([...publisher.api.account.workers.keys()]).toEqual(['strillone'])
    })
  })
})

describe('npm run preview', () => {
  it('uploads what nobody takes for a release', async () => {
    await succeed(publisher.run('preview'))
    const { annotations } = publisher.api.account.worker('strillone').version('latest')
    expect(annotations['workers/message']).toMatch(/^Preview, not to be deployed: /)
    expect(await publisher.read()).toEqual({ articles, isWhole: true })
  })
})

describe('npm run gc', () => {
  it('deletes nothing for a Worker that is not there', async () => {
    publisher.age(30 * DAY)
    const id = publisher.api.account.namespaceTitled('strillone-packs')?.id ?? ''
    const misspelt = (text: string) =>
      text.replace('name = "strillone"', 'name = "stillone"').replace('"PACKS"', `"PACKS"\nid = "${id}"`)
    await withConfig(misspelt, async () => {
      expect(await fail(publisher.run('gc', '--yes'))).toContain(
        'No Worker stillone is deployed in this account',
      )
    })
    expect(await publisher.read()).toEqual({ articles, isWhole: true })
  })

  it('keeps what another environment has in the same namespace', async () => {
    const id = publisher.api.account.namespaceTitled('strillone-packs')?.id ?? ''
    const shared = STAGING.replace('"PACKS"', `"PACKS", id = "${id}"`)
    await withConfig(
      (text) => `${text}\n${shared}${BUILD}`,
      async () => {
        const staging = await publisher.siteOf('strillone-staging')
        await succeed(publisher.runAt(staging, 'deploy', '--env', 'staging'))
        expect((await fetch(staging.address)).status).toBe(200)
        await succeed(publisher.run('gc', '--env', 'staging', '--keep', '1', '--yes'))
      },
    )
    expect(await publisher.read()).toEqual({ articles, isWhole: true })
  })
})
