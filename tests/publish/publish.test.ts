import { describe, expect, it } from 'vitest'
import { openPack } from '../../src/bundle/verify-pack.ts'
import type { Asset } from '../../src/model/asset.ts'
import { EPOCH, instant } from '../../src/model/instant.ts'
import type { Stem } from '../../src/model/resource.ts'
import { firstContent } from '../support/a-resource.ts'
import { aNumberedArticle, aPublication } from '../support/an-article.ts'
import { publishInMemory } from '../support/publish-in-memory.ts'
import { sha256 } from '../support/sha256.ts'

const AT = instant(Date.UTC(2026, 0, 1))
const publication = aPublication(Array.from({ length: 150 }, (_, index) => aNumberedArticle(index)))

describe('publish', () => {
  it('gives the same bytes at any later moment at which the same is shown', async () => {
    const now = await publishInMemory(publication, { at: AT })
    expect(await publishInMemory(publication, { at: instant(AT + 9_999_999) })).toEqual(now)
  })

  it('renders every article in three forms, and the feed in four', async () => {
    const { packs } = await publishInMemory(publication, { at: AT })
    const resources = new Map(packs.flatMap((pack) => [...openPack(pack, sha256)]))
    const forms = (stem: string) => {
      return firstContent(resources.get(stem as Stem))?.representations.map(({ form }) => form)
    }
    for (let index = 0; index < 150; index++)
      expect(forms(`/articles/articolo-${index}`)).toEqual(['html', 'json', 'md'])
    expect(forms('/feed')).toEqual(['rss', 'atom', 'json', 'html'])
    expect(forms('/')).toEqual(['html'])
    for (const stem of ['/languages/it', '/archive/1', '/archive/2', '/archive/3'])
      expect(forms(stem)).toEqual(['rss', 'atom', 'json', 'html'])
    const machines = ['/feeds', '/sitemap', '/news-sitemap', '/robots', '/llms']
    expect(machines.map(forms)).toEqual([['opml'], ['xml'], ['xml'], ['txt'], ['txt']])
    // Home, feed, language, three archives, five for machines, the style and two absences.
    expect(resources.size).toBe(150 + 14)
  })

  it('keeps what everybody sees and the newest articles hot', async () => {
    const { embedded } = await publishInMemory(publication, { at: AT, hotBytes: 100_000 })
    const hot = embedded.flatMap((pack) => [...openPack(pack, sha256).keys()])
    expect(hot.slice(0, 6)).toEqual([
      '/404',
      '/feed',
      '/',
      expect.stringMatching(/^.style-[0-9a-f]{12}$/),
      '/410',
      '/articles/articolo-149',
    ])
    expect(hot.length).toBeLessThan(155)
    expect(embedded).toHaveLength(1)
    expect(embedded[0]?.bytes.length).toBeLessThanOrEqual(100_000)
  })

  it('publishes pictures as they are', async () => {
    const asset: Asset = {
      path: 'a.png',
      bytes: Uint8Array.of(1, 2, 3),
      stem: '/media/00ff' as Stem,
      formerStems: [],
      form: 'png',
      type: 'image/png',
      width: 1,
      height: 1,
      from: EPOCH,
    }
    const { packs } = await publishInMemory({ ...publication, assets: [asset] }, { at: AT })
    const resource = packs
      .map((pack) => openPack(pack, sha256).get(asset.stem))
      .find((found) => found !== undefined)
    expect(firstContent(resource)).toMatchObject({
      representations: [{ form: 'png', type: 'image/png', coding: 'identity', pieces: [asset.bytes] }],
    })
  })

  it('lists no article in the feed that it does not publish', async () => {
    const hidden = aPublication([aNumberedArticle(1), aNumberedArticle(2, { inFeeds: false })])
    const { packs } = await publishInMemory(hidden, { at: AT })
    const resources = new Map(packs.flatMap((pack) => [...openPack(pack, sha256)]))
    const feed = firstContent(resources.get('/feed' as Stem))
    const json = feed?.representations.find(({ form }) => form === 'json')
    expect(
      JSON.parse(new TextDecoder().decode(json?.pieces[0])).items.map(
        ({ title }: { title: string }) => title,
      ),
    ).toEqual(['Articolo 1'])
    expect(resources.has('/articles/articolo-2' as Stem)).toBe(true)
  })
})
