import { describe, expect, it } from 'vitest'
import { mergeLive } from '../../src/node/build/merge-live.ts'
import { sealLedger } from '../../src/node/files/carried-ledger.ts'
import { aSeed } from '../support/a-seed.ts'
import { compareAddresses } from './compare-addresses.ts'
import { compareArticles } from './compare-articles.ts'
import { compareFeed, compareTermFeed, mainFeeds } from './compare-feeds.ts'
import { ALL_DUE_AT, EDITIONS, folderAt, RECORDED_AT } from './folder/editions.ts'
import { compareFiles, loadBlob } from './kept-files.ts'
import { publishFolder } from './publish-folder.ts'
import { decodeAddresses, decodeArticles, decodeFeeds } from './record.ts'

/** What stops a build of the folder: a file or picture that is not there, and a passage that other tools hide. */
const KNOWN_STOPS = new Set([
  'markup/18.md',
  ...['enclosures/named-10.md', 'enclosures/played-0.md', 'pictures/named-12.md', 'pictures/shown-10.md'],
  ...['pictures/shown-20.md', 'pictures/shown-23.md', 'pictures/shown-5.md'],
])

const articles = decodeArticles(loadBlob('subscribed', 'articles.jsonl'))
const feeds = decodeFeeds(loadBlob('subscribed', 'feeds.jsonl'))
const addresses = decodeAddresses(loadBlob('subscribed', 'addresses.jsonl'))
const files = folderAt(EDITIONS.length)
const published = await publishFolder(files, loadBlob('subscribed', 'ledger.json'), RECORDED_AT)
const now = await published.siteAt(RECORDED_AT)
const later = await published.siteAt(ALL_DUE_AT)
const byId = new Map(articles.map((article) => [article.id, article]))

describe('the folder of the record', () => {
  it('is written as it was when the record was made', () => {
    const told = compareFiles('subscribed', files)
    expect(told, 'tests/history/folder writes other files than it did: undo that first').toEqual([])
  })
})

describe('a build of what was published before', () => {
  it('stops at no article that readers have', () => {
    const stops = published.problems.filter(({ severity }) => severity !== 'warning')
    const told = stops.map(({ path, message }) => `${path}: ${message}`)
    expect(told.filter((line) => !KNOWN_STOPS.has(line.split(': ', 1)[0] ?? ''))).toEqual([])
  })

  it('keeps id, address and dates of every article', async () => {
    expect(await compareArticles(articles, [now, later])).toEqual([])
  })

  it('posts nothing again in the main feed and the archives, in any form', async () => {
    const told: string[] = []
    for (const feed of mainFeeds(feeds, now, later)) told.push(...(await compareFeed(feed, byId)))
    expect(told).toEqual([])
  })

  it('leaves every article with its tags, authors, section and language', async () => {
    const terms = feeds.filter(({ stem }) => /^\/[a-z]+\/./.test(stem) && !stem.startsWith('/archive/'))
    const asked = terms.map(({ stem, now: ids }) => ({ site: now, stem, ids, forms: ['json'] as const }))
    const told: string[] = []
    for (const feed of asked) told.push(...(await compareTermFeed(feed, byId)))
    expect(told).toEqual([])
  })

  it('answers at every address as it did', async () => {
    expect(await compareAddresses(addresses, now, 'now')).toEqual([])
  })

  it('answers at every address as it would have when all is due', async () => {
    expect(await compareAddresses(addresses, later, 'later')).toEqual([])
  })

  it('comes over to a ledger that travels with its version by the next deployment', () => {
    const recorded = aSeed('ledger.json', loadBlob('subscribed', 'ledger.json'))
    // What an earlier version has deployed carries none, so the one beside the articles counts.
    const before = mergeLive([recorded], { isLive: true, merged: ['v0'], ledgers: [] })
    expect(before).toEqual({ seeds: [recorded], problems: [], remarks: [] })
    // From then on a clone needs none, or may have one that is years old.
    const live = { isLive: true, merged: [], ledgers: [sealLedger(published.ledger, ['v0']).bytes] }
    for (const clone of [[], [recorded]]) {
      const { seeds, problems } = mergeLive(clone, live)
      expect(seeds.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual([published.ledger])
      expect(problems).toEqual([])
    }
  })

  it('leaves nothing to be changed by the next edition, a day later', async () => {
    const next = await publishFolder(files, published.ledger, '2026-05-21T12:00:00.000Z')
    expect(next.ledger.split('\n')).toEqual(published.ledger.split('\n'))
  })
})
