import { describe, expect, it } from 'vitest'
import { decodeRelease } from '../../../src/bundle/release-codec.ts'
import { openPack } from '../../../src/bundle/verify-pack.ts'
import { ReleaseReader } from '../../../src/edge/packs/release-reader.ts'
import { stemAt } from '../../../src/model/addresses.ts'
import type { Article, ArticleId, Slug } from '../../../src/model/article.ts'
import { instant } from '../../../src/model/instant.ts'
import type { Publication } from '../../../src/model/publication.ts'
import { BUILT_AT } from '../../support/an-app.ts'
import { aNumberedArticle, aPublication } from '../../support/an-article.ts'
import { COLLIDING } from '../../support/colliding-stems.ts'
import { publishInMemory } from '../../support/publish-in-memory.ts'
import { sha256 } from '../../support/sha256.ts'

/** Too many words for all packs to be one; every article has others. */
function words(index: number): string {
  return Array.from({ length: 120 }, (_, word) => sha256(new TextEncoder().encode(`${index} ${word}`))).join(
    ' ',
  )
}

function anArticleOf(number: number, overrides: Partial<Article> = {}): Article {
  return aNumberedArticle(number, { number, html: `<p>${words(number)}</p>`, ...overrides })
}

const slugOf = (stem: string) => stem.replace('/articles/', '') as Slug
const soon = instant(BUILT_AT + 1000)
const [[first, second], [article]] = COLLIDING

/** Of each kind that a release may hold, and of pairs that share a hash. */
const PUBLICATION: Publication<Article> = {
  ...aPublication([
    ...Array.from({ length: 120 }, (_, index) => anArticleOf(index + 1)),
    anArticleOf(121, { slug: slugOf(first), tags: ['Harbour'], formerSlugs: ['once' as Slug] }),
    ...Array.from({ length: 120 }, (_, index) => anArticleOf(index + 122)),
    anArticleOf(242, { slug: slugOf(second) }),
    anArticleOf(243, { slug: slugOf(article), tags: ['Teatro faro hlfqw6'] }),
    anArticleOf(244, { expires: soon }),
    aNumberedArticle(300, { published: soon, updated: soon, slug: 'to-come' as Slug }),
  ]),
  withdrawals: [
    { id: 'tag:example.org,2025:w' as ArticleId, slugs: ['withdrawn' as Slug], withdrawn: BUILT_AT },
  ],
}

const bundle = await publishInMemory(PUBLICATION, { at: BUILT_AT, hotBytes: 0 })
const release = decodeRelease(bundle.release)
const packs = new Map([...bundle.packs, ...bundle.embedded].map(({ key, bytes }) => [key, bytes]))
const stems = bundle.packs.flatMap((pack) => [...openPack(pack, sha256).keys()])

/** What an isolate finds that has just begun, and how many packs it reads for it beside the one that rides inside. */
async function findCold(stem: string, at = BUILT_AT) {
  let reads = 0
  const reader = new ReleaseReader(release, {
    read: async (key) => {
      if (key !== release.hotPack) reads += 1
      return packs.get(key)
    },
  })
  const shows = (await reader.find(stemAt(stem), at))?.shows
  return { kind: shows?.kind, reads }
}

describe('ReleaseReader', () => {
  it('has several packs here', () => {
    expect(bundle.packs.length).toBeGreaterThan(4)
  })

  it('finds every stem of the publication with one read', async () => {
    const later = instant(soon + 1)
    for (const stem of stems.filter((each) => each.startsWith('/'))) {
      const { kind, reads } = await findCold(stem, later)
      expect([stem, kind === undefined, reads]).toEqual([stem, false, 1])
    }
  })

  it.each([
    ['/articles/articolo-1', 'content'],
    ['/articles/once', 'moved'],
    ['/articles/withdrawn', 'gone'],
    ['/tags/harbour', 'content'],
    ['/archive/1', 'content'],
    ['/archive/5', 'content'],
    ...COLLIDING.flat().map((stem) => [stem, 'content']),
  ])('finds %s: %s', async (stem, kind) => {
    expect(await findCold(stem)).toEqual({ kind, reads: 1 })
  })

  it('finds what is to come, and what expires, from their moments on', async () => {
    for (const [stem, before, after] of [
      ['/articles/to-come', undefined, 'content'],
      ['/articles/articolo-244', 'content', 'gone'],
    ] as const) {
      expect((await findCold(stem)).kind).toBe(before)
      expect((await findCold(stem, soon)).kind).toBe(after)
    }
  })

  it.each(['/articles/none', '/tags/none', '/archive/99', '/media/00/none', '/none', ''])(
    'reads nothing for %s, which names nothing',
    async (stem) => {
      expect(await findCold(stem)).toEqual({ kind: undefined, reads: 0 })
    },
  )
})
