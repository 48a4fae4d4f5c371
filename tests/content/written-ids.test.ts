import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import RssParser from 'rss-parser'
import { describe, expect, it } from 'vitest'
import { parseFeedPage } from '../../src/import/feed-document.ts'
import { isUri } from '../../src/ledger/article-id.ts'
import { rebuildLedger } from '../../src/ledger/rebuild.ts'
import type { Seed } from '../../src/model/seed.ts'
import { renderForms } from '../feeds/a-feed.ts'
import { anArticleSeed, articleAt, day, publishFolder } from './a-folder.ts'

/** Ids as old feeds have them. */
const IDS = [
  '64f0c1',
  'https://old.test/p/é',
  'old.test?p=12',
  'old.test/a b',
  'https://old.test/?p=12&x=<1>',
  '日本',
  'été/#1',
  'urn:uuid:0f6b8f6e-2f1d-4c3e-9a57-0b1c2d3e4f50',
]

const withId = (id: string, path = 'a.md', title = 'Bees'): Seed =>
  anArticleSeed(path, title, 'One.', `id: '${id}'`)

/** The ids that parsers which share no code read in the feed of a folder. */
async function idsOf(seed: Seed, before?: string) {
  const article = articleAt(await publishFolder([seed], { at: day(2), ...(before && { before }) }), 'a.md')
  const { rss, atom, json } = renderForms([article])
  const parser = new RssParser()
  return {
    rss: [parseRssFeed(rss).items?.[0]?.guid?.value, (await parser.parseString(rss)).items[0]?.guid],
    json: [parseJsonFeed(json).items?.[0]?.id],
    atom: [parseAtomFeed(atom).entries?.[0]?.id, (await parser.parseString(atom)).items[0]?.['id']],
  }
}

describe.each(IDS)('an article with the id %s', (id) => {
  it('has it in RSS and JSON Feed as it is, and in Atom as a URI', async () => {
    const { rss, json, atom } = await idsOf(withId(id))
    expect({ rss, json }).toEqual({ rss: [id, id], json: [id] })
    expect(atom.every((uri) => uri !== undefined && isUri(uri) && uri === atom[0])).toBe(true)
    expect(atom[0] === id).toBe(isUri(id))
  })

  it('is found again under its id, whatever else changes, and its line is read back', async () => {
    const first = await publishFolder([withId(id)], { at: day(2) })
    const seed = anArticleSeed('b.md', 'Wasps', 'Two.', `id: '${id}'`)
    const second = await publishFolder([seed], { at: day(5), before: first })
    expect(second.ledger?.after.entries.map((entry) => [entry.id, entry.path])).toEqual([[id, 'b.md']])
  })

  it.each(['rss', 'atom', 'json'] as const)('keeps it by a ledger rebuilt from %s', async (form) => {
    const begun = await publishFolder([withId(id)], { at: day(2) })
    const feed = renderForms([articleAt(begun, 'a.md')])[form]
    const { publication, ledger } = begun
    const items = parseFeedPage(feed, 'https://news.site/feed')?.items ?? []
    if (publication === undefined || ledger === undefined) throw new Error('There is no publication')
    const rebuilt = rebuildLedger({ publication, begun: ledger.after, items, at: day(3) })
    expect(rebuilt.ledger.entries.map((entry) => entry.id)).toEqual([id])
    expect([rebuilt.matched.length, rebuilt.refused]).toEqual([1, []])
  })
})

it('a ledger takes over the ids of a feed whose articles write none', async () => {
  const seed = anArticleSeed('bees.md', 'Bees')
  const { publication, ledger } = await publishFolder([seed], { at: day(2) })
  if (publication === undefined || ledger === undefined) throw new Error('There is no publication')
  for (const id of [...IDS, 'https://old.test/e\u0301']) {
    const items = [{ id, link: 'https://old.test/bees/' }]
    const rebuilt = rebuildLedger({ publication, begun: ledger.after, items, at: day(3) })
    const again = await publishFolder([seed], {
      at: day(4),
      before: { ...(await publishFolder([seed], { at: day(2) })), ledger: { after: rebuilt.ledger } },
    })
    expect(articleAt(again, 'bees.md').id).toBe(id)
  }
})

describe('a line of an earlier version, which minted ids from texts that are no URIs', () => {
  const LEDGER = (minted: string) => `["strillone-ledger-1"
,{"authority":"news.site","year":2024,"url":"https://news.site","title":"News","language":"en"}
,{"id":"${minted}","slug":"bees","path":"a.md","published":"2026-01-01T12:00:00.000Z","digest":"${'0'.repeat(32)}","updated":"2026-01-01T12:00:00.000Z","changed":"2026-01-01T12:00:00.000Z"}
]
`

  it.each([
    ['64f0c1', 'tag:news.site,2024:64f0c1'],
    ['old.test?p=12', 'tag:news.site,2024:old.test%3Fp%3D12'],
    ['https://old.test/p/é', 'tag:news.site,2024:https%3A//old.test/p/%C3%A9'],
  ])('keeps its id, whose article writes %s, in all formats', async (id, minted) => {
    const { rss, json, atom } = await idsOf(withId(id), LEDGER(minted))
    expect(new Set([...rss, ...json, ...atom])).toEqual(new Set([minted]))
  })

  it('is that of the article which writes it whole', async () => {
    const minted = 'tag:news.site,2024:64f0c1'
    const seeds = [withId('64f0c1', 'b.md', 'Wasps'), withId(minted)]
    const { ledger } = await publishFolder(seeds, { at: day(2), before: LEDGER(minted) })
    expect(ledger?.after.entries.map(({ id, path }) => [id, path])).toEqual([
      ['64f0c1', 'b.md'],
      [minted, 'a.md'],
    ])
  })
})

describe('two articles of which the ids meet', () => {
  it.each([
    ['in every format', '64f0c1', '64f0c1'],
    ['in Atom', 'https://old.test/p/é', 'https://old.test/p/%C3%A9'],
    ['in Atom, as one of ours', '64f0c1', 'tag:news.site,2026:id:64f0c1'],
  ])('%s are an error at each', async (_where, one, other) => {
    const { problems } = await publishFolder([withId(one), withId(other, 'b.md', 'Wasps')], { at: day(2) })
    expect(problems.map(({ severity, path, line }) => [severity, path, line])).toEqual([
      ['error', 'a.md', 4],
      ['error', 'b.md', 4],
    ])
    expect(problems[0]?.message).toContain('is also that of b.md:4.')
  })
})
