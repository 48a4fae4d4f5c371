import { beforeAll, describe, expect, it } from 'vitest'
import { openPack } from '../../src/bundle/verify-pack.ts'
import { ADDRESSES } from '../../src/model/addresses.ts'
import type { Article, Slug } from '../../src/model/article.ts'
import { instant } from '../../src/model/instant.ts'
import type { Stem } from '../../src/model/resource.ts'
import { createArchive } from '../../src/publish/archive.ts'
import { publicationOrder } from '../../src/publish/publication-order.ts'
import { BUILT_AT } from '../support/an-app.ts'
import { aNumberedArticle, aPublication } from '../support/an-article.ts'
import { publishInMemory } from '../support/publish-in-memory.ts'
import { sha256 } from '../support/sha256.ts'

const ARTICLES = 320

/** Articles that do not compress: an archive of them is a third of a pack, and takes half as much as its articles. */
function anArticleOf(number: number, overrides: Partial<Article> = {}): Article {
  const words = Array.from({ length: 60 }, (_, word) => sha256(new TextEncoder().encode(`${number} ${word}`)))
  return aNumberedArticle(number, { number, html: `<p>${words.join(' ')}</p>`, ...overrides })
}

const articles = Array.from({ length: ARTICLES }, (_, index) => anArticleOf(index + 1))

/** The packs of a publication of articles: the stems in each, by its key. */
async function packsOf(some: readonly Article[]): Promise<ReadonlyMap<string, readonly Stem[]>> {
  const newestFirst = some.toSorted((a, b) => b.published - a.published)
  const { packs } = await publishInMemory(aPublication(newestFirst), { at: BUILT_AT, hotBytes: 0 })
  return new Map(packs.map((pack) => [pack.key, [...openPack(pack, sha256).keys()]]))
}

let before: ReadonlyMap<string, readonly Stem[]>

beforeAll(async () => {
  before = await packsOf(articles)
})

/** What is in the packs that a publication has and the one before did not. */
async function packsNewIn(some: readonly Article[]): Promise<readonly (readonly Stem[])[]> {
  return [...(await packsOf(some))].flatMap(([key, stems]) => (before.has(key) ? [] : [stems]))
}

function numbersIn(stems: readonly Stem[]): readonly number[] {
  return stems.flatMap((stem) => /^\/articles\/articolo-(\d+)$/.exec(stem)?.[1] ?? []).map(Number)
}

const FRONT = ['/', '/feed', '/llms', '/news-sitemap', '/sitemap', '/languages/it']

describe('the packs of a publication', () => {
  it('hold articles one after another, with their archives, and what changes with each in one', () => {
    const runs = [...before.values()].filter((stems) => numbersIn(stems).length > 0)
    expect(runs.length).toBeGreaterThan(2)
    for (const stems of runs) {
      const numbers = numbersIn(stems)
      expect(Math.max(...numbers) - Math.min(...numbers) + 1).toBe(numbers.length)
      const archives = stems.filter((stem) => stem.startsWith('/archive/'))
      expect(archives).toEqual(
        [...new Set(numbers.map((number) => `/archive/${Math.ceil(number / 50)}`))].sort(),
      )
    }
    const front = [...before.values()].filter((stems) => stems.includes(ADDRESSES.feed.stem))
    expect(front).toHaveLength(1)
    expect(front[0]).toEqual(expect.arrayContaining(FRONT))
  })

  it('are two new ones where an old article is edited', async () => {
    const edited = articles.map((article) =>
      article.number === 70
        ? { ...article, html: '<p>Edited.</p>', updated: BUILT_AT, changed: BUILT_AT }
        : article,
    )
    const fresh = await packsNewIn(edited)
    expect(fresh).toHaveLength(2)
    expect(
      fresh.filter((stems) => stems.includes(ADDRESSES.article.stemOf('articolo-70' as Slug))),
    ).toHaveLength(1)
  })

  it('are two new ones where an article is added', async () => {
    const fresh = await packsNewIn([...articles, anArticleOf(ARTICLES + 1)])
    expect(fresh).toHaveLength(2)
    const [run] = fresh.filter((stems) => numbersIn(stems).includes(ARTICLES + 1))
    expect(run).toContain('/archive/7')
  })

  it('are those of its run where an article moves, and hold the way to it', async () => {
    const moved = articles.map((article) =>
      article.number === 70 ? { ...article, slug: 'moved' as Slug, formerSlugs: [article.slug] } : article,
    )
    const [run, ...others] = (await packsNewIn(moved)).filter((stems) => numbersIn(stems).length > 0)
    expect(run).toEqual(expect.arrayContaining(['/articles/moved', '/articles/articolo-70']))
    expect(others).toEqual([])
  })

  it('are the same where the files come in another order', async () => {
    expect([...(await packsOf(articles.toReversed())).keys()]).toEqual([...before.keys()])
  })
})

describe('publicationOrder', () => {
  it('gives an archive, its articles and their former addresses rising places, and what has no number none', () => {
    const some = [
      anArticleOf(1),
      anArticleOf(50, { formerSlugs: ['once' as Slug] }),
      anArticleOf(51),
      aNumberedArticle(99, { published: instant(BUILT_AT + 1) }),
    ]
    const lists = ['/sitemap', '/', '/tags/x', '/archive/1', '/languages/en'].map((stem) => stem as Stem)
    const order = publicationOrder(lists, some, createArchive(some))
    expect([...order].sort(([, a], [, b]) => a - b)).toEqual([
      ['/', 0],
      ['/languages/en', 1],
      ['/sitemap', 2],
      ['/archive/1', 65_536],
      ['/articles/articolo-1', 65_537],
      ['/articles/articolo-50', 65_586],
      ['/articles/once', 65_586],
      ['/archive/2', 65_600],
      ['/articles/articolo-51', 65_601],
    ])
  })
})
