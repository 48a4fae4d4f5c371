import { describe, expect, it } from 'vitest'
import type { FeedPage } from '../../../src/import/feed-document.ts'
import { RSS } from '../../../src/import/foreign-formats.ts'
import { articleId, atomId } from '../../../src/ledger/article-id.ts'
import { judgeCertificate } from '../../../src/node/doctor/checks/certificate.ts'
import { compareIds } from '../../../src/node/doctor/checks/ids.ts'
import { checkLedger } from '../../../src/node/doctor/checks/ledger.ts'
import { checkRedirects } from '../../../src/node/doctor/checks/redirects.ts'
import { refusedBy } from '../../../src/node/doctor/checks/robots.ts'
import { checkSelf } from '../../../src/node/doctor/checks/self.ts'
import { Client } from '../../../src/node/doctor/client.ts'
import type { FeedSnapshot } from '../../../src/node/doctor/visit.ts'
import { Newsroom } from '../../support/newsroom.ts'

const URL_ = 'https://news.site/feed.rss'

function aSnapshot(
  document: Partial<FeedPage>,
  headers: Readonly<Record<string, string>> = {},
): FeedSnapshot {
  const body = Buffer.from('x')
  return {
    ...{
      asked: URL_,
      url: URL_,
      hops: [],
      text: 'x',
      isMain: true,
      body: { bytes: body, coding: 'identity' },
    },
    answer: {
      ...{ url: URL_, status: 200, headers: new Map(Object.entries(headers)), body, isCut: false },
      at: Date.parse('2026-03-01T12:00:00Z'),
    },
    document: { format: RSS, hubs: [], items: [], unidentified: 0, ...document },
  }
}

const LIVE = { client: new Client(), isTrial: false }

describe('checkSelf()', () => {
  it.each([
    [URL_, {}, 'fine'],
    ['https://news.site/feed.atom', {}, 'warning'],
    ['http://news.site/feed.rss', {}, 'warning'],
    ['http://localhost:8787/feed.rss', {}, 'error'],
    ['https://news.site/feed', { 'content-location': '/feed' }, 'fine'],
    [URL_, { link: '<https://other.site/feed>; rel="self"' }, 'warning'],
    [URL_, { link: `<${URL_}>; rel="self"; type="application/rss+xml"` }, 'fine'],
  ])('judges %s with %j', async (self, headers, severity) => {
    expect(await checkSelf(aSnapshot({ self }, headers), LIVE)).toMatchObject([{ severity }])
  })

  it('passes over the host of a preview', async () => {
    const snapshot = aSnapshot({ self: 'https://real.site/feed.rss' })
    expect(await checkSelf(snapshot, { ...LIVE, isTrial: true })).toMatchObject([{ severity: 'info' }])
  })

  it('tells of articles at an address that no reader can reach', async () => {
    const items = [{ id: 'a', link: 'http://127.0.0.1:8787/articles/a' }]
    expect(await checkSelf(aSnapshot({ self: URL_, items }), LIVE)).toMatchObject([{}, { severity: 'error' }])
  })
})

describe('checkLedger()', () => {
  async function aLedger() {
    const room = new Newsroom()
    for (const [name, day] of [
      ['old', '2026-01-01'],
      ['middle', '2026-01-10'],
      ['newest', '2026-01-20'],
    ] as const)
      room.article(name, day)
    room.article('later', '2026-12-20')
    await room.build('2026-02-01')
    const { ledger } = room
    const idOf = (name: string) => room.entry(`${name}.md`)?.id ?? ''
    if (ledger === undefined) throw new Error('There is no ledger')
    return { ledger, idOf }
  }

  it('agrees with a feed of the newest articles', async () => {
    const { ledger, idOf } = await aLedger()
    const items = ['newest', 'middle'].map((name) => ({ id: idOf(name) }))
    expect(await checkLedger(aSnapshot({ items }), { ...LIVE, ledger })).toMatchObject([{ severity: 'fine' }])
  })

  it('names what is unknown, and what is missing', async () => {
    const { ledger, idOf } = await aLedger()
    const items = [{ id: 'tag:elsewhere' }, { id: idOf('middle') }]
    expect(await checkLedger(aSnapshot({ items }), { ...LIVE, ledger })).toMatchObject([
      {
        severity: 'error',
        message: expect.stringContaining('1 article that the ledger does not know: tag:elsewhere'),
      },
      {
        severity: 'warning',
        message: expect.stringContaining('lacks 1 article that the ledger has: newest.md'),
      },
    ])
  })

  it('names what was withdrawn', async () => {
    const { ledger, idOf } = await aLedger()
    const id = idOf('newest')
    const entries = ledger.entries.map((entry) =>
      entry.id === id ? { ...entry, withdrawn: entry.changed } : entry,
    )
    const items = [{ id }, { id: idOf('middle') }]
    expect(
      await checkLedger(aSnapshot({ items }), { ...LIVE, ledger: { ...ledger, entries } }),
    ).toMatchObject([{ severity: 'warning', message: expect.stringContaining('withdrawn') }])
  })

  it('knows an id that is no URI as Atom has it, too', async () => {
    const { ledger } = await aLedger()
    const id = articleId('64f0c1')
    const entries = ledger.entries.map((entry) => (entry.path === 'newest.md' ? { ...entry, id } : entry))
    const [middle] = entries.filter(({ path }) => path === 'middle.md')
    for (const live of [id, atomId(ledger, id)]) {
      const items = [{ id: live }, { id: middle?.id ?? '' }]
      expect(
        await checkLedger(aSnapshot({ items }), { ...LIVE, ledger: { ...ledger, entries } }),
      ).toMatchObject([{ severity: 'fine' }])
    }
  })

  it('compares nothing with the ledger of another site', async () => {
    const { ledger } = await aLedger()
    const other = { ...ledger, feed: { ...ledger.feed, url: 'https://news.sitely' } }
    expect(await checkLedger(aSnapshot({ items: [{ id: 'x' }] }), { ...LIVE, ledger: other })).toMatchObject([
      { severity: 'info' },
    ])
  })
})

describe('compareIds()', () => {
  it.each([
    ['64f0c1', 'tag:news.site,2026:id:64f0c1', 0],
    ['https://old.test/é', 'https://old.test/%C3%A9', 0],
    ['64f0c1', 'tag:news.site,2026:id:64f0c2', 1],
    ['64f0c1', 'tag:news.site,2026:64f0c1', 1],
  ])('takes %s and %s for one id, or not', (rss, atom, findings) => {
    const snapshots = [rss, atom].map((id, index) => ({
      ...aSnapshot({ items: [{ id, link: 'https://news.site/articles/a' }] }),
      url: `https://news.site/feed.${index}`,
    }))
    expect(compareIds(snapshots)).toHaveLength(findings)
    expect(compareIds(snapshots.toReversed())).toHaveLength(findings)
  })
})

describe('checkRedirects()', () => {
  it.each([
    [[{ status: 301, from: 'https://news.site/a', to: 'http://news.site/a' }], false, ['error']],
    [[{ status: 308, from: 'https://news.site/a', to: 'https://other.site/a' }], false, ['info']],
    [[{ status: 301, from: 'https://news.site/a', to: 'https://news.site/a/' }], true, ['warning']],
    [[], true, []],
  ])('judges %j', (hops, isNamed, severities) => {
    expect(checkRedirects(hops, isNamed).map(({ severity }) => severity)).toEqual(severities)
  })
})

describe('judgeCertificate()', () => {
  const shown = { validTo: 'Mar 15 12:00:00 2026 GMT', names: 'DNS:news.site' }

  it.each([
    ['2026-02-01', {}, 'fine'],
    ['2026-03-01T12:00:00Z', {}, 'fine'],
    ['2026-03-01T12:00:01Z', {}, 'warning'],
    ['2026-03-15T12:00:01Z', {}, 'error'],
    ['2026-02-01', { refusal: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'error'],
    ['2026-02-01', { refusal: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'error'],
  ])('judges it on %s with %j', (at, refusal, severity) => {
    expect(judgeCertificate(URL_, { ...shown, ...refusal }, Date.parse(at)).severity).toBe(severity)
  })
})

describe('refusedBy()', () => {
  it.each([
    ['', []],
    ['User-agent: *\nDisallow:', []],
    ['User-agent: *\nDisallow: /', [URL_]],
    ['user-agent: GPTBot\nDisallow: /', []],
    ['User-agent: GPTBot\nUser-agent: *\nDisallow: /feed # none', [URL_]],
    ['User-agent: *\nDisallow: /\nAllow: /feed', []],
    ['User-agent: *\nDisallow: /*.rss$', [URL_]],
    ['User-agent: *\nDisallow: /*.rs$', []],
    [`${' '.repeat(100_000)}x`, []],
  ])('reads %j', (robots, refused) => {
    expect(refusedBy(robots.replaceAll('\\n', '\n'), [URL_])).toEqual(refused)
  })
})
