import { describe, expect, it } from 'vitest'
import { decodeRelease } from '../../src/bundle/release-codec.ts'
import { createApp } from '../../src/edge/app.ts'
import { anApp, BUILT_AT } from '../support/an-app.ts'
import { aNumberedArticle, aPublication } from '../support/an-article.ts'
import { publishInMemory } from '../support/publish-in-memory.ts'

async function publishNumbered(articles: number, preview = false) {
  const publication = aPublication(Array.from({ length: articles }, (_, index) => aNumberedArticle(index)))
  return publishInMemory(publication, { at: BUILT_AT, preview })
}

const NO_PACKS = { read: async () => undefined }

describe('/release.json', () => {
  it('names the release that answers, for no cache to keep, also where no pack can be read', async () => {
    const release = decodeRelease((await publishNumbered(1)).release)
    const answer = await createApp({ release, store: NO_PACKS }).request('/release.json')
    expect(release.id).toMatch(/^[0-9a-f]{32}$/)
    expect([answer.status, await answer.json()]).toEqual([200, { release: release.id }])
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(answer.headers.get('Content-Type')).toBe('application/json; charset=utf-8')
  })

  it('changes with what is published, and with nothing else', async () => {
    const ids = [
      await publishNumbered(1),
      await publishNumbered(1),
      await publishNumbered(2),
      await publishNumbered(1, true),
    ].map(({ release }) => decodeRelease(release).id)
    expect(ids[1]).toBe(ids[0])
    expect(new Set(ids).size).toBe(3)
  })
})

describe('a preview', () => {
  const addresses = ['/', '/feed.rss', '/articles/nothing', '/rss', '/release.json', '/feed.rss?limit=0']

  it.each(addresses)('is kept from search engines at %s, whatever is there', async (address) => {
    const { release, embedded } = await publishNumbered(1, true)
    const packs = new Map(embedded.map(({ key, bytes }) => [key, bytes]))
    const store = { read: async (key: (typeof embedded)[number]['key']) => packs.get(key) }
    const answer = await createApp({ release: decodeRelease(release), store }).request(address)
    expect(answer.headers.get('X-Robots-Tag')).toBe('noindex')
  })

  it.each(addresses)('is the only one that is: %s', async (address) => {
    const answer = await (await anApp(aPublication([aNumberedArticle(0)]))).app.request(address)
    expect(answer.headers.has('X-Robots-Tag')).toBe(false)
  })
})
