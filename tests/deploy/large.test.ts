import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Publisher } from './publisher.ts'

const ARTICLES = 10_000

let publisher: Publisher

beforeAll(async () => {
  publisher = await Publisher.start(0)
  mkdirSync(join(publisher.folder, 'seeds/archive'))
  for (let number = 0; number < ARTICLES; number++) write(number)
})

afterAll(() => publisher?.stop())

/** Short articles, so that there can be many: two a day, each of one of twenty tags. */
function write(number: number): void {
  const day = new Date(Date.UTC(2005, 0, 1 + (number >> 1))).toISOString().slice(0, 10)
  const text = `---\ntitle: Number ${number}\ndate: ${day}\ntags: [kind ${number % 20}]\n---\nThe text of number ${number}.\n`
  writeFileSync(join(publisher.folder, `seeds/archive/number-${number}.md`), text)
}

/** What is at some addresses of the site: of every five-hundredth article, of the archives and tags at both ends. */
async function readSome(): Promise<readonly number[]> {
  const articles = Array.from({ length: ARTICLES / 500 }, (_, index) => `/articles/number-${index * 500}`)
  const lists = ['/archive/1.json', '/archive/200.rss', '/tags/kind-0.atom', '/tags/kind-19', '/sitemap.xml']
  const answers = await Promise.all(
    [...articles, ...lists].map((path) => fetch(publisher.site.address + path)),
  )
  await Promise.all(answers.map((answer) => answer.arrayBuffer()))
  return answers.map(({ status }) => status)
}

// Each of them goes on from where the one before left the account.
describe(`npm run deploy with ${ARTICLES} articles`, { timeout: 900_000 }, () => {
  it('stores them within what the free plan has for a day, and tells how it goes', async () => {
    const { status, stdout, stderr } = await publisher.run('deploy')
    expect(status, stdout + stderr).toBe(0)
    expect(stderr).toMatch(/^(\d+) of \1 packs stored, /m)
    expect(publisher.stored.length).toBeGreaterThan(10)
    expect(publisher.stored.length).toBeLessThanOrEqual(500)
    expect(new Set(await readSome())).toEqual(new Set([200]))
  })

  it('stores a few packs for one more', async () => {
    const before = publisher.api.account.counters.writes
    write(ARTICLES)
    const { status, stderr } = await publisher.run('deploy')
    expect(status, stderr).toBe(0)
    // Eight, and two for its tag and its section each.
    expect(publisher.api.account.counters.writes - before).toBeLessThanOrEqual(12)
    expect((await fetch(`${publisher.site.address}/articles/number-${ARTICLES}`)).status).toBe(200)
    expect(new Set(await readSome())).toEqual(new Set([200]))
  })
})
