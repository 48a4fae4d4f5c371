import { describe, expect, it } from 'vitest'
import type { FeedItem } from '../../src/ledger/feed-item.ts'
import { type MatchableArticle, matchItems } from '../../src/ledger/match-items.ts'
import { moment } from './guard-scenarios.ts'

function anArticle(path: string, overrides: Partial<MatchableArticle> = {}): MatchableArticle {
  const name = path.replace(/\..*/, '')
  return {
    id: `tag:x,2026:${name}`,
    path,
    slug: `slug-${name}`,
    title: '',
    published: moment('2026-01-01'),
    ...overrides,
  }
}

/** The path of the article that each item is found to be. */
function matched(items: readonly Partial<FeedItem>[], articles: readonly MatchableArticle[]) {
  const whole = items.map((item, index) => ({ id: `urn:${index}`, ...item }))
  const found = matchItems(whole, articles)
  return whole.map((item) => found.get(item)?.path)
}

describe('matchItems', () => {
  it.each([
    ['its id', { id: 'tag:x,2026:a' }, {}],
    ['its slug', { link: 'https://x.site/2020/slug-a/' }, {}],
    ['its slug before an extension', { link: 'https://x.site/slug-a.html' }, {}],
    ['its slug before an index', { link: 'https://x.site/slug-a/index.html?x#y' }, {}],
    ['its file name', { link: 'https://x.site/caff%C3%A8-nero' }, { path: '2026/2026-01-01-caffè_nero.md' }],
    ['its folder name', { link: 'https://x.site/bridge/' }, { path: 'bridge/index.md' }],
    ['its title', { title: 'Bread &amp; “Wine”' }, { title: 'Bread & "Wine"' }],
  ])('finds an article by %s', (_, item, article) => {
    const path = 'path' in article ? article.path : 'a.md'
    expect(matched([item], [anArticle('a.md', article), anArticle('b.md')])).toEqual([path])
  })

  it('finds by title and day what shares its title with others', () => {
    const articles = [
      anArticle('a.md', { title: 'Links', published: moment('2026-01-01') }),
      anArticle('b.md', { title: 'Links', published: moment('2026-01-08') }),
    ]
    const items = [
      { title: 'Links', published: moment('2026-01-08') },
      { title: 'Links', published: moment('2026-01-01') },
    ]
    expect(matched(items, articles)).toEqual(['b.md', 'a.md'])
  })

  it('finds none where several could be meant', () => {
    const articles = [anArticle('a.md', { title: 'Links' }), anArticle('b.md', { title: 'Links' })]
    expect(matched([{ title: 'Links' }], articles)).toEqual([undefined])
    expect(matched([{ title: 'Links' }, { title: 'Links' }], articles.slice(1))).toEqual([
      undefined,
      undefined,
    ])
  })

  it('finds no article twice', () => {
    const articles = [anArticle('a.md', { title: 'One' })]
    expect(matched([{ title: 'One' }, { link: 'https://x.site/slug-a' }], articles)).toEqual([
      undefined,
      'a.md',
    ])
  })

  it('takes nothing for the same as nothing', () => {
    expect(
      matched([{}, { title: '…', link: 'https://x.site/' }], [anArticle('a.md', { title: '!' })]),
    ).toEqual([undefined, undefined])
  })
})
