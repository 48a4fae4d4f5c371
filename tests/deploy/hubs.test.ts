import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Hub, startHub } from '../websub/hub.ts'
import { HOST, Publisher } from './publisher.ts'

const ARTICLES = 40
const FORMS = ['rss', 'atom', 'json']

let publisher: Publisher
let hub: Hub
let settings: string

beforeAll(async () => {
  hub = await startHub()
  settings = `hub: ${hub.address}\n`
  publisher = await Publisher.start(ARTICLES, settings)
  publisher.writeArticle('harbour', '2021-01-01', 'tags: [sea, ships]\nauthor: Anna Neri')
  publisher.writeArticle('orchard', '2021-01-02', 'tags: [land]\nauthor: Bruno Sala')
})

afterAll(async () => {
  await publisher?.stop()
  hub?.close()
})

/** The ETag of each feed of the site, in each of its forms, archives among them. */
async function readTags(): Promise<ReadonlyMap<string, string>> {
  const opml = await (await fetch(`${publisher.site.address}/feeds.opml`)).text()
  const listed = [...opml.matchAll(/xmlUrl="http:\/\/[^/]+([^"]+)\.rss"/g)].map(([, path = '']) => path)
  const stems = [...new Set([...listed, '/feed', '/archive/1'])]
  const paths = stems.flatMap((stem) => FORMS.map((form) => `${stem}.${form}`))
  const answers = paths.map(async (path): Promise<[string, string]> => {
    const { headers } = await fetch(publisher.site.address + path, { method: 'HEAD' })
    return [`http://${HOST}${path}`, headers.get('ETag') ?? '']
  })
  return new Map(await Promise.all(answers))
}

/** Deploys, and gives the feeds that changed and those that the hub was told of. */
async function deploy(): Promise<{ readonly changed: readonly string[]; readonly told: readonly string[] }> {
  const isFirst = publisher.stored.length === 0
  const before = isFirst ? new Map<string, string>() : await readTags()
  const known = hub.told.length
  const { status, stdout, stderr } = await publisher.run('deploy')
  expect(status, stdout + stderr).toBe(0)
  const after = await readTags()
  const changed = [...after].filter(([url, tag]) => before.get(url) !== tag).map(([url]) => url)
  return { changed: changed.toSorted(), told: hub.told.slice(known).toSorted() }
}

// Each of them goes on from where the one before left the site.
describe('npm run deploy', () => {
  it('tells the hub of every feed, the first time', async () => {
    const { changed, told } = await deploy()
    expect(told).toEqual(changed)
    expect(told).toContain(`http://${HOST}/tags/sea.atom`)
  })

  it('tells it of nothing where nothing is new', async () => {
    expect(await deploy()).toEqual({ changed: [], told: [] })
  })

  it('tells it of each feed that has changed, and of no other', async () => {
    publisher.writeArticle('lighthouse', '2021-01-03', 'tags: [sea]\nauthor: Anna Neri')
    const { changed, told } = await deploy()
    expect(told).toEqual(changed)
    const urls = (stem: string): readonly string[] => FORMS.map((form) => `http://${HOST}${stem}.${form}`)
    expect(told).toEqual(
      expect.arrayContaining([...urls('/feed'), ...urls('/tags/sea'), ...urls('/authors/anna-neri')]),
    )
    for (const url of [...urls('/tags/land'), ...urls('/tags/ships'), ...urls('/authors/bruno-sala')]) {
      expect(told).not.toContain(url)
    }
  })

  it('tells it nothing of what did not arrive', async () => {
    publisher.writeArticle('pier', '2021-01-04', 'tags: [sea]\nauthor: Anna Neri')
    const known = hub.told.length
    publisher.site.hold()
    expect((await publisher.run('deploy', '--patience', '1')).status).toBe(1)
    publisher.site.follow()
    expect(hub.told.length).toBe(known)
  })

  it('tells it of that the next time, though nothing is new by then', async () => {
    const { changed, told } = await deploy()
    expect(changed).toEqual([])
    expect(told).toContain(`http://${HOST}/tags/sea.rss`)
    expect(told).not.toContain(`http://${HOST}/tags/land.rss`)
  })

  it('goes well where the hub does not, and says so', async () => {
    publisher.writeArticle('quay', '2021-01-05', 'tags: [sea]\nauthor: Anna Neri')
    publisher.write(ARTICLES, settings.replace(hub.address, `[${hub.address}, ${hub.address}nowhere/]`))
    hub.close()
    const { status, stdout, stderr } = await publisher.run('deploy')
    expect(status, stderr).toBe(0)
    expect(stdout).toMatch(/ accepted the pings for 0 of [1-9]\d* changed feeds/)
    expect(stderr).toMatch(/^warning http:\S+ did not accept the ping for http:\/\/molti\.news\/feed\.rss: /m)
  })
})
