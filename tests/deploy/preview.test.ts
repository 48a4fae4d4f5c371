import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rawRequest } from '../support/raw-request.ts'
import { Publisher } from './publisher.ts'

const ARTICLES = 40
const PREVIEW = 'preview-strillone.redazione.workers.dev'

let publisher: Publisher

beforeAll(async () => {
  publisher = await Publisher.start(ARTICLES)
})

afterAll(() => publisher?.stop())

function ask(path: string, host: string) {
  return rawRequest(publisher.site.address + path, { host })
}

// Each of them goes on from where the one before left the account, as a publisher does.
describe('npm run preview', () => {
  it('tells that the first deployment comes before it', async () => {
    const { status, stderr } = await publisher.run('preview')
    expect(status).toBe(1)
    expect(stderr).toContain(
      'error There is no preview: wrangler has said why. The first deployment must come before it',
    )
  })

  it('shows what is new under an address of its own, whole, kept from search engines, and nowhere else', async () => {
    expect((await publisher.run('deploy')).status).toBe(0)
    const ledger = publisher.ledger
    publisher.write(ARTICLES + 1)
    const { status, stdout, stderr } = await publisher.run('preview')
    expect(status, stderr).toBe(0)
    expect(stdout).toContain(`Look at it: https://${PREVIEW}/`)

    const home = await ask('/', PREVIEW)
    expect(home.status).toBe(200)
    expect(home.headers['x-robots-tag']).toBe('noindex')
    const text = home.body.toString()
    expect(text).toContain(`https://${PREVIEW}/articles/articolo-${ARTICLES}`)
    expect(text).not.toContain('http://molti.news')
    expect((await ask(`/articles/articolo-${ARTICLES}`, PREVIEW)).status).toBe(200)
    expect((await ask('/articles/articolo-0', PREVIEW)).status).toBe(200)

    expect(await publisher.read()).toEqual({ articles: ARTICLES, isWhole: true })
    expect((await fetch(`${publisher.site.address}/`)).headers.has('X-Robots-Tag')).toBe(false)
    expect(publisher.ledger).toBe(ledger)
  })

  it('goes live as it is written by the next deployment, under the ids that were previewed', async () => {
    const previewed = await (await ask('/feed.json', PREVIEW)).body.toString()
    expect((await publisher.run('deploy')).status).toBe(0)
    expect(await publisher.read()).toEqual({ articles: ARTICLES + 1, isWhole: true })
    const live = await (await fetch(`${publisher.site.address}/feed.json`)).text()
    const idsIn = (feed: string): readonly unknown[] =>
      JSON.parse(feed).items.map(({ id }: { readonly id: unknown }) => id)
    expect(idsIn(live)).toEqual(idsIn(previewed))
  })

  it.each(['Main', 'a/b', '-x', 'x'.repeat(60)])(
    'takes no alias that cannot be in an address: %s',
    async (alias) => {
      const { status, stderr } = await publisher.run('preview', `--alias=${alias}`)
      expect([status, stderr.includes(`error --alias cannot be ${alias}.`)]).toEqual([1, true])
    },
  )
})

describe('an environment', () => {
  it('has its own Worker, namespace and address, and is kept from search engines', async () => {
    const command =
      'npm run build -- --hot-bytes 100000 --env staging --preview --url http://staging.molti.news'
    publisher.configure(
      (text) => `${text}
[env.staging.build]
command = "${command}"

[[env.staging.kv_namespaces]]
binding = "PACKS"
`,
    )
    const ledger = publisher.ledger
    publisher.write(ARTICLES + 2)
    const staging = await publisher.siteOf('strillone-staging')
    const { status, stderr } = await publisher.runAt(staging, 'deploy', '--env', 'staging')
    expect(status, stderr).toBe(0)
    expect(await publisher.read(staging.address)).toEqual({ articles: ARTICLES + 2, isWhole: true })
    expect((await fetch(`${staging.address}/feed.rss`)).headers.get('X-Robots-Tag')).toBe('noindex')
    const titles = [...publisher.api.account.namespaces.values()].map(({ title }) => title)
    expect(titles.toSorted()).toEqual(['strillone-packs', 'strillone-staging-packs'])
    expect(await publisher.read()).toEqual({ articles: ARTICLES + 1, isWhole: true })
    expect(publisher.ledger).toBe(ledger)
  })

  it('that wrangler.toml does not have is an error', async () => {
    const { status, stderr } = await publisher.run('deploy', '--env', 'nowhere')
    expect([status, stderr]).toEqual([
      1,
      'error There is no environment nowhere in wrangler.toml. Write it as [env.nowhere]\n',
    ])
  })
})
