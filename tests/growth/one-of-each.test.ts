import { describe, expect, it, vi } from 'vitest'
import { decodeRelease } from '../../src/bundle/release-codec.ts'
import { createApp, ROUTES } from '../../src/edge/app.ts'
import type { PackStore } from '../../src/edge/packs/pack-store.ts'
import { FEED_FORMATS } from '../../src/feeds/feed-formats.ts'
import { place } from '../../src/model/addresses.ts'
import { xmlElement, xmlParent } from '../../src/model/escape.ts'
import type { FeedFormat } from '../../src/model/feed-format.ts'
import { EPOCH } from '../../src/model/instant.ts'
import { compress } from '../../src/node/files/compress.ts'
import type { Locale } from '../../src/pages/locales/locale.ts'
import { publish } from '../../src/publish/publish.ts'
import { SITE_PAGES, type SitePage } from '../../src/publish/site-pages.ts'
import { BUILT_AT } from '../support/an-app.ts'
import { aNumberedArticle, aPublication } from '../support/an-article.ts'
import { MemorySink } from '../support/memory-sink.ts'
import { sha256 } from '../support/sha256.ts'

/*
 * What grows is a table with a row for each. Here one of each is added as a newcomer would: a file and a row, and it works to
 * the bytes on the wire. A front-matter key and a body format have tests of their own, and a reader of foreign feeds too.
 */

/** RSS 1.0, as far as a reader needs it. */
const RSS_1: FeedFormat = {
  form: 'rdf',
  name: 'RSS 1.0',
  type: 'application/rdf+xml; charset=utf-8',
  renderEntry: ({ article, url }) =>
    xmlParent('item', { 'rdf:about': article.id }, [
      xmlElement('title', {}, article.title),
      xmlElement('link', {}, url),
    ]),
  renderDocument: (feed, entries) => ({
    head: [
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">',
    ],
    entries,
    tail: `${xmlParent('channel', { 'rdf:about': feed.id }, [xmlElement('title', {}, feed.title)])}</rdf:RDF>`,
  }),
}

const HUMANS = place('/humans', 'txt', 'page')

const renderHumans: SitePage = ({ publication: { site } }) => [
  {
    stem: HUMANS.stem,
    versions: [
      {
        from: EPOCH,
        shows: {
          kind: 'content',
          renditions: [{ form: 'txt', type: 'text/plain; charset=utf-8', body: `By ${site.title}.\n` }],
        },
      },
    ],
  },
]

vi.mock('../../src/pages/locales/locales.ts', async (importOriginal) => {
  const { LOCALES } = await importOriginal<typeof import('../../src/pages/locales/locales.ts')>()
  const { en } = await import('../../src/pages/locales/en.ts')
  const eo: Locale = { ...en, subscribe: 'Abonu', latest: 'Plej novaj' }
  return { LOCALES: new Map([...LOCALES, ['eo', eo]]) }
})

/** A site in Esperanto with a format and a page more, served out of a store in memory. */
async function serveGrown() {
  const sink = new MemorySink()
  const publication = aPublication([aNumberedArticle(1), aNumberedArticle(2)], { language: 'eo' })
  const bundle = await publish(publication, {
    ...{ at: BUILT_AT, digest: sha256, compress, sink },
    formats: [...FEED_FORMATS, RSS_1],
    pages: [...Object.values(SITE_PAGES), renderHumans],
  })
  const packs = new Map([...bundle.embedded, ...sink.packs].map(({ key, bytes }) => [key, bytes]))
  const store: PackStore = { read: async (key) => packs.get(key) }
  const release = decodeRelease(bundle.release)
  return createApp({ release, store, now: () => BUILT_AT, addresses: [...ROUTES, HUMANS] })
}

describe('one of each that grows', () => {
  it('is a format of every feed, which pages and other forms lead to', async () => {
    const app = await serveGrown()
    const answer = await app.request('/feed.rdf')
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, RSS_1.type])
    const document = await answer.text()
    expect(document.match(/<item rdf:about="[^"]+">/g)).toHaveLength(2)
    expect(document.endsWith('</rdf:RDF>')).toBe(true)
    for (const path of ['/feed', '/'])
      expect(await (await app.request(path, { headers: { Accept: 'text/html' } })).text()).toContain(
        'type="application/rdf+xml"',
      )
    const { headers } = await app.request('/feed.rss')
    expect(headers.get('Link')).toContain('/feed.rdf>; rel="alternate"; type="application/rdf+xml"')
    const asked = await app.request('/feed', { headers: { Accept: 'application/rdf+xml' } })
    expect(asked.headers.get('Content-Type')).toBe(RSS_1.type)
    expect((await app.request('/archive/1.rdf')).status).toBe(200)
    expect(await (await app.request('/llms.txt')).text()).toContain('RSS 1.0')
  })

  it('is a page at an address of its own', async () => {
    const answer = await (await serveGrown()).request('/humans.txt')
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'text/plain; charset=utf-8'])
    expect(await answer.text()).toMatch(/^By .+\.\n$/)
  })

  it('is a language of the interface', async () => {
    const page = await (await (await serveGrown()).request('/')).text()
    expect(page).toContain('<html lang="eo"')
    expect(page).toContain('Abonu')
  })
})
