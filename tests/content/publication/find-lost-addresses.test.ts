import { describe, expect, it } from 'vitest'
import { termSlug } from '../../../src/model/term-slug.ts'
import { aGif } from '../../support/a-picture.ts'
import { aSeed } from '../../support/a-seed.ts'
import { sha256 } from '../../support/sha256.ts'
import { anArticleSeed, articleAt, day, publishFolder } from '../a-folder.ts'

const PICTURE = aGif(640, 480)
const STEM = sha256(PICTURE).slice(0, 32)
const OTHERS = [
  anArticleSeed(
    'sport/other.md',
    'Other',
    '![](../wide.gif)',
    'slug: other',
    'tags: [Node.js, C++]',
    'author: Ada',
  ),
  anArticleSeed('later.md', 'Later', 'One.', 'date: 2027-01-01', 'tags: [soon]'),
  aSeed('wide.gif', PICTURE),
]

const problemsOf = async (body: string, url = 'https://news.site') =>
  (await publishFolder([anArticleSeed('a.md', 'A', body), ...OTHERS], { at: day(2), url })).problems

describe('findLostAddresses()', () => {
  it.each([
    '/articles/nope',
    '/articles/nope.md',
    '/articles/nope/',
    '/articles/nope?x#y',
    '/tags/nope',
    '/tags/nope.rss',
    '/authors/bob',
    '/sections/film',
    `/media/${STEM.replace(/./, 'g')}.gif`,
  ])('tells the place of a link to %s', async (path) => {
    for (const written of [path, `https://news.site${path}`]) {
      const message = `"${written}" is an address of this site at which there is nothing. Write the path of the file that it is to lead to, or correct the address.`
      expect(await problemsOf(`One.\n\n[x](${written})`)).toEqual([
        { severity: 'warning', path: 'a.md', line: 7, column: 5, message },
      ])
    }
  })

  it.each([
    '/articles/other',
    '/articles/other.json',
    '/articles/other/#x',
    '/articles/a',
    '/articles/later',
    '/tags/node-js',
    `/tags/${termSlug('C++')}.rss`,
    '/tags/soon',
    '/authors/ada',
    '/sections/sport',
    `/media/${STEM}.gif`,
    '/languages/en',
    '/feed',
    '/feed.xml',
    '/',
    '/about',
    'https://other.site/articles/nope',
    'https://news.site.example/articles/nope',
    '//news.site/',
    '#x',
  ])('tells nothing of %s', async (path) => {
    expect(await problemsOf(`[x](${path})`)).toEqual([])
  })

  it('knows where the site is below a path', async () => {
    const below = 'https://news.site/blog'
    expect(await problemsOf('[x](/articles/nope) ![](/images/x.png)', below)).toEqual([])
    expect(await problemsOf('[x](/blog/articles/nope) ![](/blog/images/x.png)', below)).toHaveLength(2)
  })

  it('knows what an article was called before', async () => {
    const seeds = (slug: string) => [
      anArticleSeed('b.md', 'B', 'One.', `slug: ${slug}`, 'id: tag:news.site,2026:b'),
    ]
    const before = await publishFolder(seeds('old'), { at: day(2) })
    const link = anArticleSeed('a.md', 'A', '[x](/articles/old)')
    expect((await publishFolder([...seeds('new'), link], { at: day(3), before })).problems).toEqual([])
  })

  it.each(['image: /images/gone.png', 'image: https://a.example/x.svg'])(
    'shows instead of %s the first picture of the text that is there, and warns',
    async (setting) => {
      const body = '![](/images/gone.png)\n\n![](wide.gif)'
      const parsed = await publishFolder([anArticleSeed('a.md', 'A', body, setting), ...OTHERS], {
        at: day(2),
      })
      expect(articleAt(parsed, 'a.md').image?.url).toBe(`https://news.site/media/${STEM}.gif`)
      expect(parsed.problems.map(({ severity, line }) => [severity, line])).toEqual([
        ['warning', 4],
        ['warning', 6],
      ])
    },
  )

  it('warns of a file from the root that is not there, and still gives it to listeners', async () => {
    const seed = anArticleSeed('a.md', 'A', 'One.', 'enclosure: { url: /files/a.mp3, length: 9 }')
    const parsed = await publishFolder([seed], { at: day(2) })
    expect(articleAt(parsed, 'a.md').enclosures).toMatchObject([{ url: 'https://news.site/files/a.mp3' }])
    expect(parsed.problems).toMatchObject([{ severity: 'warning', path: 'a.md', line: 4 }])
  })
})
