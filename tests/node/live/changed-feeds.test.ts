import { describe, expect, it } from 'vitest'
import { decodeAnyRelease } from '../../../src/bundle/earlier-release.ts'
import { FEED_FORMATS } from '../../../src/feeds/feed-formats.ts'
import type { FeedFormat } from '../../../src/model/feed-format.ts'
import { instant } from '../../../src/model/instant.ts'
import { findChangedFeeds, type ServedRelease } from '../../../src/node/live/changed-feeds.ts'
import { aNumberedArticle, aPublication } from '../../support/an-article.ts'
import { earlierBundle, type StoredBundle } from '../../support/earlier-bundle.ts'
import { publishInMemory } from '../../support/publish-in-memory.ts'

const AT = instant(Date.UTC(2026, 0, 1))
const MAIN = ['atom', 'json', 'rss'].map((form) => `https://example.org/feed.${form}`)

/** Some articles published, each form of their entries as it is, or written otherwise. */
async function serve(articles: number, otherwise: readonly string[] = []): Promise<ServedRelease> {
  const formats = FEED_FORMATS.map((format): FeedFormat => {
    if (!otherwise.includes(format.form)) return format
    return { ...format, renderEntry: (...given) => `${format.renderEntry(...given)} ` }
  })
  const all = Array.from({ length: articles }, (_, index) => aNumberedArticle(index))
  return serveStored(await publishInMemory(aPublication(all), { at: AT, formats }))
}

function serveStored({ release, packs, embedded }: StoredBundle): ServedRelease {
  const bytes = new Map([...packs, ...embedded].map((pack) => [pack.key, pack.bytes]))
  return { release: decodeAnyRelease(release), store: { read: async (key) => bytes.get(key) }, at: AT }
}

describe('findChangedFeeds()', () => {
  it('finds all feeds where there were none, in each form', async () => {
    expect(await findChangedFeeds(undefined, await serve(3))).toEqual(expect.arrayContaining(MAIN))
  })

  it('finds none where nothing is other', async () => {
    expect(await findChangedFeeds(await serve(3), await serve(3))).toEqual([])
  })

  it('finds each form where there is an article more', async () => {
    expect(await findChangedFeeds(await serve(3), await serve(4))).toEqual(expect.arrayContaining(MAIN))
  })

  it('finds none where the RSS alone is written otherwise', async () => {
    expect(await findChangedFeeds(await serve(3), await serve(3, ['rss']))).toEqual([])
  })

  it('finds the RSS that is written otherwise where another form has changed, too', async () => {
    const changed = await findChangedFeeds(await serve(3), await serve(3, ['rss', 'atom']))
    expect(changed).toEqual(expect.arrayContaining(MAIN.filter((url) => !url.endsWith('.json'))))
    expect(changed.filter((url) => url.endsWith('.json'))).toEqual([])
  })

  it('finds what an article changes, and no other, after a release of the format before, in other packs', async () => {
    const article = (index: number) =>
      aNumberedArticle(index, { number: index + 1, tags: [`Tag ${index % 3}`] })
    const publish = (articles: number) =>
      publishInMemory(aPublication(Array.from({ length: articles }, (_, index) => article(index))), {
        at: AT,
      })
    const before = serveStored(earlierBundle(await publish(3)))
    expect(await findChangedFeeds(before, serveStored(await publish(3)))).toEqual([])
    const stems = ['/archive/1', '/feed', '/languages/it', '/tags/tag-0']
    expect(await findChangedFeeds(before, serveStored(await publish(4)))).toEqual(
      stems.flatMap((stem) => ['atom', 'json', 'rss'].map((form) => `https://example.org${stem}.${form}`)),
    )
  })
})
