import { describe, expect, it } from 'vitest'
import { parsePublication } from '../../src/content/publication/parse-publication.ts'
import { instant } from '../../src/model/instant.ts'
import type { Seed } from '../../src/model/seed.ts'
import { aGif } from '../support/a-picture.ts'
import { aSeed } from '../support/a-seed.ts'
import { sha256 } from '../support/sha256.ts'

/** When all of this is published. */
const AT = instant(Date.UTC(2026, 0, 1))

const SITE = aSeed('site.yaml', 'url: https://news.site\ntimezone: Europe/Rome\n')

const publish = (...seeds: Seed[]) =>
  parsePublication({ seeds: [SITE, ...seeds] }, { at: AT, digest: sha256 })

/** A Markdown article of which only the body matters. */
const anArticle = (body: string, ...settings: string[]) =>
  aSeed('a.md', `---\n${['title: Bees', 'date: 2025-01-02', ...settings].join('\n')}\n---\n${body}`)

const tooLarge = (() => {
  const bytes = new Uint8Array(24_000_001)
  bytes.set(aGif(1, 1))
  return bytes
})()

describe('parsePublication()', () => {
  it.each([
    ['[x](perché.md)', 6, 5],
    ['![](<my photo.jpg>)', 6, 6],
    ['<a href="a&amp;b.md">x</a>', 6, 10],
    ['<IFRAME></IFRAME>Text.', 6, 1],
    ['```\n<script>\n```\n\n<script></script>', 10, 1],
  ])('tells the place of %j', async (body, line, column) => {
    expect((await publish(anArticle(`\n${body}`))).problems).toMatchObject([{ path: 'a.md', line, column }])
  })

  it('gives every problem of a text a place', async () => {
    const { problems } = await parsePublication(
      { seeds: [anArticle('[x](&#x6C;ost.md)')] },
      { at: AT, digest: sha256, url: 'ftp://x' },
    )
    expect(problems.map(({ path, line, column }) => [path, line, column])).toEqual([
      ['a.md', 5, 1],
      // There is no such file.
      ['site.yaml', undefined, undefined],
    ])
  })

  const conflict = ['<<<<<<< HEAD', 'One.', '=======', 'Two.', '>>>>>>> other'].join('\n')

  it.each([
    ['the body', anArticle(`One.\n${conflict}\n`), 'a.md', 6],
    [
      'the front matter',
      anArticle('One.', ...conflict.replaceAll(/One|Two/g, 'tags: x').split('\n')),
      'a.md',
      4,
    ],
    [
      'site.yaml',
      aSeed('site.yaml', `url: https://news.site\n${conflict.replaceAll(/One|Two/g, 'title: x')}\n`),
      'site.yaml',
      2,
    ],
  ])('refuses the marks that a merge has left in %s', async (_, seed, path, line) => {
    const seeds = seed.path === 'site.yaml' ? [seed] : [SITE, seed]
    expect((await parsePublication({ seeds }, { at: AT, digest: sha256 })).problems).toEqual([
      {
        ...{ severity: 'error', path, line, column: 1 },
        message: expect.stringMatching(
          /^A merge has left its marks here: .* See which of the two sides is right/,
        ),
      },
    ])
  })

  it.each([
    ['without an end', '<<<<<<< HEAD\nOne.\n=======\nTwo.'],
    ['within lines', 'a <<<<<<< b\n=======\n a >>>>>>> b'],
    ['indented', conflict.replaceAll(/^/gm, '    ')],
    ['in another order', '>>>>>>> a\n=======\n<<<<<<< b'],
  ])('lets such marks pass %s', async (_, body) => {
    expect((await publish(anArticle(body))).problems).toEqual([])
  })

  it('tells each problem in one line', async () => {
    const body = '<a href="java&#10;script:x">x</a> <a href="java&#9;&#127;script:y">y</a>'
    expect((await publish(anArticle(body))).problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('"java script:x"'),
      expect.stringContaining('"java script:y"'),
    ])
  })

  it('refuses a picture that is shown and too large to be stored', async () => {
    const shown = await publish(anArticle('![](b.gif)'), aSeed('b.gif', tooLarge))
    expect(shown.problems).toEqual([
      {
        severity: 'error',
        path: 'b.gif',
        message: 'The picture is 25 MB; at most 24 MB can be published. Make it smaller.',
      },
    ])
    expect(
      (await publish(anArticle('Text.', 'image: b.gif'), aSeed('b.gif', tooLarge))).problems,
    ).toHaveLength(1)
    expect((await publish(anArticle('Text.'), aSeed('b.gif', tooLarge))).problems).toEqual([])
  })

  it.each([
    ['an article', aSeed('news/!.md', '---\ntitle: "!"\ndate: 2025-01-02\n---\n')],
    ['a picture', aSeed('news/!.md', '---\ntitle: Bees\ndate: 2025-01-02\n---\n![](b.gif)')],
  ])('names the file where the code fails at %s', async (_, seed) => {
    const cause = new Error('broken')
    const digest = () => {
      throw cause
    }
    await expect(
      parsePublication({ seeds: [seed, aSeed('news/b.gif', aGif(1, 1))] }, { at: AT, digest }),
    ).rejects.toThrow(expect.objectContaining({ message: 'Cannot read news/!.md', cause }))
  })

  it('publishes two articles of the last moment there is', async () => {
    const last = '---\ndate: 9999-12-31T23:59:59.999Z\n---\nOne.'
    const { publication } = await publish(aSeed('a.md', last), aSeed('b.md', last))
    expect(publication?.articles.map(({ updated }) => new Date(updated).getUTCFullYear())).toEqual([
      9999, 9999,
    ])
  })

  it('leaves the dateline of the day in the zone of the site out of the summary', async () => {
    const dated = 'title: Manovra\ndate: 2025-12-24T23:30:00Z'
    const text = 'ROMA, 25 dicembre 2025 – Il governo ha approvato la manovra. Si vota domani.'
    const { publication } = await publish(aSeed('a.md', `---\n${dated}\n---\n${text}`))
    expect(publication?.articles[0]?.summary).toBe('Il governo ha approvato la manovra. Si vota domani.')
  })
})
