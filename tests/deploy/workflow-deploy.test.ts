import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseJsonFeed } from 'feedsmith'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseLedger } from '../../src/ledger/ledger-codec.ts'
import { type CloudflareApi, startCloudflareApi } from '../cloudflare/cloudflare-api.ts'
import { type DeployedSite, startDeployedSite } from '../cloudflare/deployed-site.ts'
import { REQUESTS } from '../cloudflare/requests.ts'
import { cloudflareEnvironment } from '../cloudflare/wrangler.ts'
import { run } from '../support/run-script.ts'
import { git, Repository } from './repository.ts'
import { workflow } from './workflow.ts'
import { type JobContext, type JobOutcome, runJob } from './workflow-runner.ts'

const LEDGER = 'seeds/ledger.json'
const REMEMBERED =
  'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>: chore: remember what was published'

let repository: Repository
let api: CloudflareApi
let site: DeployedSite

beforeAll(async () => {
  api = await startCloudflareApi()
  site = await startDeployedSite(api, 'strillone')
  repository = await Repository.start(3)
})

afterAll(async () => {
  await repository?.stop()
  await site?.stop()
  await api?.close()
})

async function context(workspace: string): Promise<JobContext> {
  const home = repository.runnerHome()
  const {
    CLOUDFLARE_API_TOKEN: _,
    CLOUDFLARE_ACCOUNT_ID: __,
    ...cloudflare
  } = cloudflareEnvironment(api, home)
  return {
    ...{ workspace, home },
    environment: { ...cloudflare, ...site.environment, ...repository.environment },
    expressions: {
      'secrets.CLOUDFLARE_API_TOKEN': api.token,
      'vars.CLOUDFLARE_ACCOUNT_ID': api.account.id,
      'inputs.accept || false': 'false',
      'github.token': repository.host.token,
    },
  }
}

interface Deployed extends JobOutcome {
  readonly workspace: string
}

/** Runs the job for what is on the branch. */
async function deploy(prepare: (workspace: string) => void = () => undefined): Promise<Deployed> {
  const workspace = await repository.checkOut()
  prepare(workspace)
  const outcome = await runJob(workflow.jobs.deploy, await context(workspace))
  const said = outcome.log + (await git(workspace, 'config', '--list'))
  for (const token of [api.token, repository.host.token]) expect(said).not.toContain(token)
  return { ...outcome, workspace }
}

/** How the steps with a name ended. */
function outcomes({ steps }: JobOutcome): Readonly<Record<string, string>> {
  return Object.fromEntries(
    steps.flatMap(({ step: { name }, outcome }) => (name === undefined ? [] : [[name, outcome]])),
  )
}

async function liveTitles(): Promise<readonly (string | undefined)[]> {
  const { items = [] } = parseJsonFeed(await (await fetch(`${site.address}/feed.json`)).text())
  return items.map(({ title }) => title).sort()
}

/** What subscribers know an article by. */
async function liveItem(title: string) {
  const { items = [] } = parseJsonFeed(await (await fetch(`${site.address}/feed.json`)).text())
  return items.filter((item) => item.title === title).map(({ id, url }) => ({ id, url }))
}

/** The articles that the ledger on the host knows. */
async function remembered(): Promise<readonly string[]> {
  const { ledger, problems } = parseLedger(await repository.read(LEDGER))
  expect(problems).toEqual([])
  return (ledger?.entries ?? []).map(({ path }) => path).sort()
}

/** What the author would be told of the branch as it is. */
async function check(): Promise<string> {
  await repository.pull()
  return (await run(process.execPath, ['scripts/strillone.ts', 'check'], {}, repository.author)).stdout
}

/** Has something happen while the next deployment is under way. */
function meanwhile(happen: () => Promise<void>): void {
  const end = api.onRequest(REQUESTS.deployVersion, async () => {
    end()
    await happen()
    return undefined
  })
}

// Each of them goes on from where the one before left the branch and the account, as a publisher does.
describe('the deployment of a branch', () => {
  it('fails where the first build does, with nothing to remember', async () => {
    repository.writeArticle('ponte', 'Vedi [il porto](porto.md).')
    await repository.commit('Write')
    await repository.push()
    const deployed = await deploy()
    expect(outcomes(deployed)).toEqual({ Deploy: 'failure', 'Commit the ledger': 'success' })
    expect(await repository.log()).toHaveLength(2)
    expect((await fetch(site.address)).status).toBe(404)
  })

  it('publishes a first time, and commits the ledger', async () => {
    repository.writeArticle('ponte')
    await repository.commit('Mend')
    await repository.push()
    const { succeeded, log, workspace } = await deploy()
    expect(succeeded, log).toBe(true)
    expect(await liveTitles()).toEqual(['Articolo 0', 'Articolo 1', 'Articolo 2', 'ponte'])
    expect((await repository.log())[0]).toBe(REMEMBERED)
    expect(await remembered()).toEqual(['articolo-0.md', 'articolo-1.md', 'articolo-2.md', 'ponte.md'])
    expect(await git(workspace, 'status', '--porcelain')).toBe('')
    expect(await git(workspace, 'show', '--format=', '--name-only', 'HEAD')).toBe(LEDGER)
  })

  it('commits nothing where nothing has changed', async () => {
    const before = await repository.log()
    const { succeeded, log } = await deploy()
    expect(succeeded, log).toBe(true)
    expect(await repository.log()).toEqual(before)
  })

  it('remembers what was written in the browser, and lets stand what was pushed meanwhile', async () => {
    await repository.pull()
    repository.writeArticle('banda')
    await repository.commit('Create banda.md')
    await repository.push()
    expect(await check()).toMatch(/^new: banda\.md .*\n1 new; subscribers will see 1 unread item\n$/)
    meanwhile(async () => {
      repository.writeArticle('orto')
      await repository.commit('Create orto.md')
      await repository.push()
    })
    // A build may leave files otherwise than they were.
    const { succeeded, log } = await deploy((workspace) =>
      appendFileSync(join(workspace, 'tsconfig.json'), '\n'),
    )
    expect(succeeded, log).toBe(true)
    expect((await repository.log()).slice(0, 2)).toEqual([
      REMEMBERED,
      expect.stringContaining('Create orto.md'),
    ])
    expect(await repository.read('seeds/orto.md')).toContain('title: orto')
    expect(await remembered()).toContain('banda.md')
    expect(await check()).toMatch(/^new: orto\.md .*\n1 new; subscribers will see 1 unread item\n$/)
  })

  it('keeps both lines where another ledger was pushed meanwhile', async () => {
    repository.writeArticle('scuola')
    await repository.commit('Write')
    await repository.push()
    const before = await remembered()
    meanwhile(async () => {
      repository.writeArticle('libro')
      const build = ['scripts/strillone.ts', 'build', '--publish']
      const { status } = await run(process.execPath, build, {}, repository.author)
      expect(status).toBe(0)
      await git(repository.author, 'rm', '--quiet', '--cached', 'seeds/scuola.md')
      await repository.commit('Publish elsewhere')
      await repository.push()
    })
    const { succeeded, log } = await deploy()
    expect(succeeded, log).toBe(true)
    expect(await remembered()).toEqual([...before, 'libro.md', 'orto.md', 'scuola.md'].sort())
    expect(await check()).toBe('nothing changes\n')
  })

  it('commits nothing of what did not go live', async () => {
    const live = await liveTitles()
    repository.writeArticle('treno')
    await repository.commit('Write')
    await repository.push()
    api.faults.order(REQUESTS.uploadVersion, { kind: 'answer', status: 403 }, 100)
    const deployed = await deploy()
    api.faults.clear()
    expect(outcomes(deployed)).toEqual({ Deploy: 'failure', 'Commit the ledger': 'success' })
    expect(await liveTitles()).toEqual(live)
    expect((await repository.log())[0]).toContain('Write')
    expect(await remembered()).not.toContain('treno.md')
  })

  it('needs no commit: where nobody may push to the branch, a renamed article keeps its id and address', async () => {
    await repository.pull()
    repository.protect()
    repository.writeArticle('luce')
    await repository.commit('Write')
    await repository.push()
    const before = await repository.log()
    const deployed = await deploy()
    expect(outcomes(deployed)).toEqual({ Deploy: 'success', 'Commit the ledger': 'success' })
    expect(await liveTitles()).toContain('luce')
    expect(deployed.log).toContain('::warning::The ledger could not be pushed')
    expect(await repository.log()).toEqual(before)

    const known = await liveItem('luce')
    repository.remove('luce.md')
    repository.write('buio.md', '---\ntitle: luce\ndate: 2026-03-01\n---\nSono parole.\n')
    await repository.commit('Rename')
    await repository.push()
    expect((await deploy()).succeeded).toBe(true)
    expect(await remembered()).not.toContain('luce.md')
    expect(await liveItem('luce')).toEqual(known)
  })
})
