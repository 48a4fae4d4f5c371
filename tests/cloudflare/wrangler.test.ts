import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Parser from 'rss-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rawRequest } from '../support/raw-request.ts'
import type { Outcome } from '../support/run-script.ts'
import { writeArticles } from '../support/write-articles.ts'
import { type CloudflareApi, startCloudflareApi } from './cloudflare-api.ts'
import { type DeployedSite, startDeployedSite } from './deployed-site.ts'
import { REQUESTS } from './requests.ts'
import { makeWorkingCopy } from './working-copy.ts'
import { runWrangler, startWrangler } from './wrangler.ts'

/** So many articles that one pack does not hold them. */
const ARTICLES = 30
const HOST = 'molti.news'

let folder: string
let api: CloudflareApi
let site: DeployedSite

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'strillone-wrangler-'))
  api = await startCloudflareApi()
  site = await startDeployedSite(api, 'strillone')
  makeWorkingCopy(folder)
  const config = join(folder, 'wrangler.toml')
  // What wrangler and the account do is looked at here: the build is not to know of them, and lets a release go live whose
  // packs are stored afterwards.
  const build = 'env -u WRANGLER_COMMAND npm run build -- --hot-bytes 300000'
  const small = readFileSync(config, 'utf8').replace('npm run build', build)
  writeFileSync(config, `${small}\n[env.staging]\nkv_namespaces = [{ binding = "PACKS" }]\n`)
  writeSeeds(ARTICLES)
})

afterAll(async () => {
  await site?.stop()
  await api?.close()
  rmSync(folder, { recursive: true, force: true })
})

function writeSeeds(count: number): void {
  const seeds = join(folder, 'seeds')
  writeArticles(seeds, count)
  writeFileSync(join(seeds, 'site.yaml'), `title: Molti articoli\nurl: http://${HOST}\nlanguage: it\n`)
}

async function wrangler(...args: readonly string[]): Promise<Outcome> {
  const outcome = await runWrangler(api, folder, args)
  expect(outcome.status, outcome.stdout + outcome.stderr).toBe(0)
  return outcome
}

/** The newest article of the feed that an address gives, as a reader sees it. */
async function newest(address = site.address): Promise<string | undefined> {
  const feed = await new Parser().parseURL(`${address}/feed.rss`)
  expect(feed.items).toHaveLength(30)
  return feed.items[0]?.title
}

function versionIds(): readonly string[] {
  return api.account.worker('strillone').versions.map(({ id }) => id)
}

/** The namespace that a Worker's first deployment made, to be seen as wrangler sees it. */
function keysOf(title: string): readonly string[] {
  return [...(api.account.namespaceTitled(title)?.stored.keys() ?? [])].sort()
}

// Each of them goes on from where the one before left the account, as a publisher does.
describe('wrangler', () => {
  it('deploys a first time: the site is there, with a namespace of its own, which is empty', async () => {
    expect((await fetch(site.address)).status).toBe(404)
    await wrangler('deploy')
    expect((await fetch(site.address)).status).toBe(200)
    expect(await newest()).toBe('Articolo 29')
    expect(keysOf('strillone-packs')).toEqual([])
    expect((await fetch(`${site.address}/articles/articolo-0`)).status).toBe(503)
    expect(api.requests.filter(({ outcome }) => outcome === 'pending')).toEqual([])
    expect(JSON.stringify(api.requests)).not.toContain(api.token)
  })

  it('writes, lists and reads keys, which the site then reads', async () => {
    const packs = join(folder, 'dist/packs')
    const names = readdirSync(packs).sort()
    expect(names.length).toBeGreaterThan(0)
    const pairs = names.map((key) => {
      const value = readFileSync(join(packs, key), 'base64')
      return { key, value, base64: true, metadata: { stored: '2026-11-22T00:00:00.000Z' } }
    })
    const greeting = { key: 'greeting', value: 'ciao' }
    writeFileSync(join(folder, 'pairs.json'), JSON.stringify([...pairs, greeting]))
    const remote = ['--binding', 'PACKS', '--remote']
    await wrangler('kv', 'bulk', 'put', 'pairs.json', ...remote)
    const [list, get] = await Promise.all([
      wrangler('kv', 'key', 'list', ...remote),
      wrangler('kv', 'key', 'get', 'greeting', '--text', ...remote),
    ])
    const listed = pairs.map(({ key, metadata }) => ({ name: key, metadata }))
    expect(JSON.parse(list.stdout)).toEqual([...listed, { name: 'greeting' }])
    expect(get.stdout.trim()).toBe('ciao')
    expect(api.account.counters.writes).toBe(names.length + 1)
    expect((await fetch(`${site.address}/articles/articolo-0`)).status).toBe(200)
  })

  it('uploads a version for preview, which is not live', async () => {
    writeSeeds(ARTICLES + 1)
    const { stdout } = await wrangler('versions', 'upload', '--preview-alias', 'next', '--tag', 'one-more')
    const [, version = ''] = versionIds()
    expect(stdout).toContain(`https://${version.slice(0, 8)}-strillone.redazione.workers.dev`)
    expect(stdout).toContain('https://next-strillone.redazione.workers.dev')
    expect(await newest()).toBe('Articolo 29')
    expect(await newest(await site.serveVersion(version))).toBe('Articolo 30')
    const preview = { host: 'next-strillone.redazione.workers.dev' }
    expect((await rawRequest(`${site.address}/feed.rss`, preview)).body.toString()).toContain('Articolo 30')
  })

  it('deploys again: readers get the old feed up to the last step but one, and then the new one', async () => {
    const seen: (string | undefined)[] = []
    const look = async () => {
      seen.push(await newest())
      return undefined
    }
    const ends = [api.onRequest(/./, look), api.onRequest(/./, look, 'after')]
    const before = api.requests.length
    await wrangler('deploy', '--message', 'One article more')
    for (const end of ends) end()
    const steps = api.requests.slice(before).map(({ method, path }) => `${method} ${path}`)
    const change = 2 * steps.findIndex((step) => REQUESTS.deployVersion.test(step)) + 1
    expect(seen).toEqual(seen.map((_, look) => (look < change ? 'Articolo 29' : 'Articolo 30')))
    expect([change > 1, seen.length]).toEqual([true, 2 * steps.length])
    expect(await newest()).toBe('Articolo 30')
  })

  it('tells versions and deployments as they are', async () => {
    const [first = ''] = versionIds()
    const [versions, view, deployments] = await Promise.all([
      wrangler('versions', 'list', '--json'),
      wrangler('versions', 'view', first, '--json'),
      wrangler('deployments', 'list', '--json'),
    ])
    const ids: readonly { id: string }[] = JSON.parse(versions.stdout)
    expect(ids.map(({ id }) => id)).toEqual(versionIds())
    expect(JSON.parse(versions.stdout)[1].annotations).toMatchObject({ 'workers/tag': 'one-more' })
    expect(JSON.parse(view.stdout)).toMatchObject({ id: first, number: 1 })
    expect(JSON.parse(deployments.stdout)).toMatchObject([
      { versions: [{ version_id: first, percentage: 100 }] },
      { versions: [{ version_id: versionIds()[2] }], annotations: { 'workers/message': 'One article more' } },
    ])
  })

  it('goes back, and the old feed is back', async () => {
    await wrangler('rollback', '--yes', '--message', 'Too soon')
    expect(await newest()).toBe('Articolo 29')
    expect(api.account.worker('strillone').deployments).toHaveLength(3)
  })

  it('gives an environment a Worker and a namespace of its own', async () => {
    await wrangler('deploy', '--env', 'staging')
    expect([...api.account.workers.keys()]).toEqual(['strillone', 'strillone-staging'])
    expect(keysOf('strillone-staging-packs')).toEqual([])
    expect(await newest()).toBe('Articolo 29')
  })

  it('is told who it is, and refused with another token', async () => {
    const [me, refused] = await Promise.all([
      wrangler('whoami'),
      runWrangler(api, folder, ['deployments', 'list'], { CLOUDFLARE_API_TOKEN: 'other' }),
    ])
    expect(me.stdout).toContain(api.account.id)
    expect(refused.status).toBe(1)
    expect(refused.stderr).toContain('code: 10000')
  })

  it('tries again what fails for a moment, and leaves what is live where it fails for good', async () => {
    writeSeeds(ARTICLES + 2)
    api.faults.order(REQUESTS.uploadVersion, { kind: 'answer', status: 503 }, 2)
    api.faults.order(REQUESTS.deployVersion, { kind: 'answer', status: 500 })
    const failed = await runWrangler(api, folder, ['deploy'])
    expect(failed.status).toBe(1)
    expect([api.faults.left, versionIds().length]).toEqual([0, 4])
    expect(await newest()).toBe('Articolo 29')
  })

  it('is killed before its last step, with all that it started, and what is live stays', async () => {
    const end = api.onRequest(REQUESTS.deployVersion, () => {
      killed.signal('SIGKILL')
      return 'reset'
    })
    const killed = startWrangler(api, folder, ['deploy'])
    expect((await killed.ended).status).toBeNull()
    end()
    expect(api.requests.at(-1)?.outcome).toBe('reset')
    expect(versionIds()).toHaveLength(5)
    expect(await newest()).toBe('Articolo 29')
  })
})
