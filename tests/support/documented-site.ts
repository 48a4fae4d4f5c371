import type { Hono } from 'hono'
import { decodeRelease } from '../../src/bundle/release-codec.ts'
import { createApp } from '../../src/edge/app.ts'
import { ADDRESSES } from '../../src/model/addresses.ts'
import type { Slug } from '../../src/model/article.ts'
import type { Asset } from '../../src/model/asset.ts'
import { EPOCH, instant } from '../../src/model/instant.ts'
import type { Stem } from '../../src/model/resource.ts'
import { STYLESHEET } from '../../src/pages/theme/stylesheet.ts'
import { anApp, BUILT_AT } from './an-app.ts'
import { aNumberedArticle, anArticle, aPublication } from './an-article.ts'
import { publishInMemory } from './publish-in-memory.ts'
import { sha256 } from './sha256.ts'

export const SITE_URL = 'https://example.org'
export const PICTURE = '/media/00ff.png'
export const DRAWING = '/media/00fe.svg'
/** The address of the stylesheet, but for its extension. */
export const STYLE = ADDRESSES.style.stemOf(sha256(new TextEncoder().encode(STYLESHEET)))

const ASSET: Asset = {
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
const SVG: Asset = {
  ...ASSET,
  path: 'a.svg',
  bytes: new TextEncoder().encode('<svg/>'),
  stem: '/media/00fe' as Stem,
  form: 'svg',
  type: 'image/svg+xml',
}
const SITE = { url: SITE_URL, hubs: ['https://hub.example/'] }
const CLASSED = { tags: ['Porto'], authors: [{ name: 'Ada' }], section: 'cronaca' }
const WITHDRAWAL = {
  id: aNumberedArticle(2).id,
  slugs: ['due' as Slug],
  withdrawn: instant(Date.UTC(2025, 5, 1)),
}
const DAY = 86_400_000

/** A site that has one of everything that docs/http.md tells of: the article `uno`, a picture, and `due`, withdrawn. */
export interface DocumentedSite {
  readonly app: Hono
  /** The same, with a clock that fails, and with a store that has nothing. */
  readonly failing: Hono
  readonly withoutStore: Hono
  /** The tag of its Atom feed before the newest article. */
  readonly olderTag: string
  /** What the page's words stand for, of an answer. */
  validatorsOf(answer: Response): Readonly<Record<string, string>>
}

export async function documentedSite(): Promise<DocumentedSite> {
  const text = 'Di che cosa parla, a lungo. '.repeat(60)
  const html = `<p>${text}</p>`
  const older = aPublication([aNumberedArticle(1)], SITE)
  const newer = {
    ...aPublication([aNumberedArticle(1), anArticle({ html, markdown: text, ...CLASSED })], SITE, [
      WITHDRAWAL,
    ]),
    assets: [ASSET, SVG],
  }
  const bundle = await publishInMemory(newer, { at: BUILT_AT })
  const release = decodeRelease(bundle.release)
  const packs = new Map<string, Uint8Array>(bundle.embedded.map(({ key, bytes }) => [key, bytes]))
  const store = { read: async (key: string) => packs.get(key) }
  const now = () => BUILT_AT
  return {
    app: createApp({ release, store, now }),
    failing: createApp({
      release,
      store,
      now: () => {
        throw new Error('The clock fails')
      },
    }),
    withoutStore: createApp({ release, store: { read: async () => undefined }, now }),
    olderTag: (await (await anApp(older)).app.request('/feed.atom')).headers.get('ETag') ?? '',
    validatorsOf,
  }
}

function validatorsOf({ headers }: Response): Readonly<Record<string, string>> {
  const tag = headers.get('ETag') ?? ''
  const date = headers.get('Last-Modified') ?? ''
  const after = (milliseconds: number): string => new Date(Date.parse(date) + milliseconds).toUTCString()
  return {
    TAG: tag,
    OPAQUE: tag.replace(/^W\/"|"$/g, ''),
    DATE: date,
    EARLIER: after(-1000),
    LATER: after(DAY),
  }
}
