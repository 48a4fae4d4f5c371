import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseJsonFeed } from 'feedsmith'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { REQUESTS } from '../cloudflare/requests.ts'
import { tableUnder } from '../support/markdown-table.ts'
import type { Outcome } from '../support/run-script.ts'
import { Publisher } from './publisher.ts'

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/deploy.md'), 'utf8')

let publisher: Publisher
/** The ledger of the first deployment, which a clone has that nobody committed to since. */
let stale: string
let names = 0

beforeAll(async () => {
  publisher = await Publisher.start(2)
  publisher.configure((text) => text.replace(' -- --hot-bytes 100000', ''))
  publisher.writeArticle('name-0', '2026-03-01', 'tags: [x]')
  await succeed(publisher.run('deploy'))
  stale = publisher.ledger
})

afterAll(() => publisher?.stop())

async function succeed(running: Promise<Outcome>): Promise<string> {
  const { status, stdout, stderr } = await running
  expect(status, stdout + stderr).toBe(0)
  return stdout + stderr
}

const path = (name: string) => join(publisher.folder, 'seeds', name)

/** What a builder finds beside the articles: what was committed long ago, or nothing. */
function checkOut(ledger: string | undefined): void {
  if (ledger === undefined) rmSync(path('ledger.json'), { force: true })
  else writeFileSync(path('ledger.json'), ledger)
}

/** Renames the article, and gives it other words: two deployments are needed for both, or it is another article. */
function rename(): void {
  renameSync(path(`name-${names}.md`), path(`name-${names + 1}.md`))
  names += 1
}

function retitle(title: string): void {
  const text = `---\ntitle: ${title}\ndate: 2026-03-01\n---\nThe text of name-0.\n`
  writeFileSync(path(`name-${names}.md`), text)
}

/** The id and the address of the article, which never change. */
async function expectKept(): Promise<void> {
  const { items = [] } = parseJsonFeed(await (await fetch(`${publisher.site.address}/feed.json`)).text())
  const ids = items.map(({ id }) => id)
  expect(ids.filter((id) => !id?.includes('articolo'))).toEqual(['tag:molti.news,2026:name-0'])
  expect(items.find(({ id }) => id?.endsWith('name-0'))?.url).toBe('http://molti.news/articles/about-name-0')
  expect((await fetch(`${publisher.site.address}/articles/about-name-0`)).status).toBe(200)
}

/** How somebody deploys who never commits the ledger. */
const WAYS: Readonly<Record<string, () => Promise<Outcome>>> = {
  'npm run deploy': () => publisher.run('deploy'),
  'npm run deploy, in Workers Builds': () => publisher.runWith({ WORKERS_CI: '1' }, 'deploy'),
  'wrangler deploy, in Workers Builds': () => publisher.wranglerWith({ WORKERS_CI: '1' }, 'deploy'),
}

// Each of them goes on from where the one before left the account, as builders do.
describe.each(Object.entries(WAYS))('%s', (_, deploy) => {
  it.each([
    ['a stale ledger', () => stale],
    ['no ledger', () => undefined],
  ])(
    'keeps id and address of an article that is renamed and retitled, from a clone with %s',
    async (_what, ledger) => {
      checkOut(ledger())
      rename()
      await succeed(deploy())
      checkOut(ledger())
      retitle(`Another title ${names}`)
      await succeed(deploy())
      await expectKept()
    },
  )
})

describe('the ledger of the live version', () => {
  it('survives a rollback, after which both versions are merged', async () => {
    checkOut(stale)
    rename()
    await succeed(publisher.run('deploy'))
    const { versions } = publisher.api.account.worker('strillone')
    const before = versions.at(-2)?.id ?? ''
    await succeed(publisher.wrangler('rollback', before, '--yes', '--message', 'Back'))
    checkOut(stale)
    retitle('After the rollback')
    await succeed(publisher.run('deploy'))
    await expectKept()
  })

  it('is that of both versions of a gradual deployment', async () => {
    const [live] = publisher.api.account.worker('strillone').versions.slice(-1)
    checkOut(stale)
    rename()
    await succeed(publisher.wrangler('versions', 'upload'))
    const uploaded = publisher.api.account.worker('strillone').version('latest').id
    const shares = [`${uploaded}@10%`, `${live?.id}@90%`]
    await succeed(publisher.wrangler('versions', 'deploy', ...shares, '--yes'))
    checkOut(undefined)
    retitle('After the gradual one')
    await succeed(publisher.run('deploy'))
    await expectKept()
  })

  it('comes to a folder by npm run ledger -- pull', async () => {
    checkOut(stale)
    expect(publisher.ledger).not.toContain(`name-${names}.md`)
    expect(await succeed(publisher.run('ledger', 'pull'))).toContain('has all that the live version knows')
    expect(publisher.ledger).toContain(`name-${names}.md`)
  })

  it('is told where it cannot be read, and the one beside the articles suffices', async () => {
    publisher.api.faults.order(REQUESTS.readVersion, { kind: 'answer', status: 404 }, 100)
    const told = await succeed(publisher.run('deploy'))
    expect(told).toMatch(/warning The ledger of version \S+ cannot be read/)
    checkOut(undefined)
    const { status, stderr } = await publisher.run('deploy')
    publisher.api.faults.clear()
    expect([status, stderr]).toEqual([
      1,
      expect.stringContaining('neither its version nor this folder has a ledger'),
    ])
    await expectKept()
  })

  it('is told of in the documents, for every builder of which a test is here or beside', () => {
    const [, ...others] = tableUnder(PAGE, '| what publishes | what happens to the ledger |').map(
      ([who]) => who,
    )
    expect(others).toEqual([
      expect.stringMatching(/`npm run deploy` or `npx wrangler deploy`$/),
      expect.stringContaining('fresh clone'),
      'two machines at once',
      '`npx wrangler rollback`',
      '`npx wrangler versions upload`, then `versions deploy`',
      'an environment',
    ])
  })

  it('is no public file', async () => {
    for (const name of ['ledger.bin', 'ledger.json', 'dist/ledger.bin'])
      expect((await fetch(`${publisher.site.address}/${name}`)).status).toBe(404)
  })
})
