import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePublication } from '../../../src/content/publication/parse-publication.ts'
import type { Article } from '../../../src/model/article.ts'
import { instant } from '../../../src/model/instant.ts'
import type { Seed } from '../../../src/model/seed.ts'
import { aGif } from '../../support/a-picture.ts'
import { aSeed } from '../../support/a-seed.ts'
import { sha256 } from '../../support/sha256.ts'

/** When all of this is published. */
const AT = instant(Date.UTC(2026, 0, 1))

const SITE = aSeed('site.yaml', 'url: https://news.site\ntimezone: Europe/Rome\n')

async function publish(seeds: readonly Seed[], options: { url?: string; drafts?: boolean } = {}) {
  return parsePublication({ seeds: [SITE, ...seeds] }, { at: AT, digest: sha256, ...options })
}

/** The one article of a folder without mistakes. */
async function articleOf(path: string, content: string, ...others: Seed[]): Promise<Article> {
  const { publication, problems } = await publish([aSeed(path, content), ...others])
  expect(problems).toEqual([])
  const article = publication?.articles.find((candidate) => candidate.path === path)
  if (article === undefined) throw new Error(`No article: ${path}`)
  return article
}

const messages = async (seeds: readonly Seed[]) =>
  (await publish(seeds)).problems.map(
    ({ path, line, severity, message }) => `${path}:${line ?? '-'} ${severity} ${message}`,
  )

const MARKDOWN = `---
title: Bees on the roof
date: 2025-01-02
tags: [Bees, city, bees]
language: en
---

The hives stand **between** the chimneys. See [the honey](honey.md#price).

![A hive](photo.gif)
`

describe('parsePublication()', () => {
  it('makes an article of Markdown', async () => {
    const honey = aSeed(
      'news/honey.md',
      '---\ntitle: Honey\ndate: 2025-01-01\n---\nThe honey of the city is dark and costs little, they say.',
    )
    const photo = aSeed('news/photo.gif', aGif(40, 30))
    const article = await articleOf('news/bees.md', MARKDOWN, honey, photo)
    const picture = `https://news.site/media/${sha256(photo.bytes).slice(0, 32)}.gif`
    expect(article).toEqual({
      id: 'tag:news.site,2026:news/bees',
      number: 2,
      enclosures: [],
      slug: 'bees-on-the-roof',
      formerSlugs: [],
      path: 'news/bees.md',
      title: 'Bees on the roof',
      summary: 'The hives stand between the chimneys. See the honey.',
      htmlBytes: expect.any(Number),
      html: `<p>The hives stand <strong>between</strong> the chimneys. See <a href="https://news.site/articles/honey#honey--price">the honey</a>.</p>\n<p><img src="${picture}" alt="A hive" width="40" height="30"></p>`,
      markdown: `The hives stand **between** the chimneys. See [the honey](https://news.site/articles/honey#honey--price).\n\n![A hive](${picture})`,
      text: 'The hives stand between the chimneys. See the honey.',
      language: 'en',
      published: Date.parse('2025-01-02T11:00:00Z'),
      firstPublished: Date.parse('2025-01-02T11:00:00Z'),
      updated: Date.parse('2025-01-02T11:00:00Z'),
      changed: AT,
      authors: [],
      tags: ['Bees', 'city'],
      section: 'news',
      inFeeds: true,
    })
  })

  it('makes an article of raw text', async () => {
    const article = await articleOf(
      'a.txt',
      ' date 2025-11-04 La sindaca di Matera ha aperto ieri la nuova biblioteca. Costa <meno> del previsto.\n\nUna sala nuova\n\nLa sala ha duecento posti e resta aperta fino a sera.\n',
    )
    expect(article).toMatchObject({
      title: 'La sindaca di Matera ha aperto ieri la nuova biblioteca',
      slug: 'la-sindaca-di-matera-ha-aperto-ieri-la-nuova-biblioteca',
      language: 'it',
      published: Date.parse('2025-11-04T11:00:00Z'),
      htmlBytes: expect.any(Number),
      html: '<p>La sindaca di Matera ha aperto ieri la nuova biblioteca. Costa &lt;meno&gt; del previsto.</p>\n<h2>Una sala nuova</h2>\n<p>La sala ha duecento posti e resta aperta fino a sera.</p>',
    })
  })

  it('makes an article of HTML, of which the first heading is the title', async () => {
    const article = await articleOf(
      '2025-01-02-bees.html',
      '<!doctype html><html><head><title>x</title><style>p{}</style></head><body><h1>Bees &amp; <em>honey</em></h1><p>One.</p><h1>Two</h1></body></html>',
    )
    expect(article).toMatchObject({
      title: 'Bees & honey',
      htmlBytes: expect.any(Number),
      html: '<p>One.</p><h2>Two</h2>',
      published: Date.parse('2025-01-02T11:00:00Z'),
    })
  })

  it('takes front matter for a raw text too', async () => {
    const article = await articleOf('a.txt', '---\ntitle: Bees\ndate: 2025-01-02\n---\n*One* word.\n')
    expect(article).toMatchObject({ title: 'Bees', html: '<p>*One* word.</p>', markdown: '\\*One\\* word.' })
  })

  it('leaves a title out of the text that repeats the front matter', async () => {
    expect((await articleOf('a.md', '---\ntitle: Bees\ndate: 2025-01-02\n---\n# Bees\n\nOne.')).html).toBe(
      '<p>One.</p>',
    )
    expect((await articleOf('a.md', '---\ntitle: Bees\ndate: 2025-01-02\n---\n# Other\n\nOne.')).html).toBe(
      '<h2 id="bees--other">Other</h2>\n<p>One.</p>',
    )
  })

  it('names an article without any title after its file', async () => {
    expect(await articleOf('2025-01-02-on_the-roof.md', 'One.')).toMatchObject({
      title: 'On the roof',
      slug: 'on-the-roof',
    })
  })

  it('takes a folder with an index for one article', async () => {
    expect(
      await articleOf(
        'news/2025-01-02-bees/index.md',
        'One. ![](a.gif)',
        aSeed('news/2025-01-02-bees/a.gif', aGif(1, 1)),
      ),
    ).toMatchObject({
      id: 'tag:news.site,2026:news/2025-01-02-bees',
      title: 'Bees',
      section: 'news',
      published: Date.parse('2025-01-02T11:00:00Z'),
    })
  })

  it.each([
    ['id: urn:uuid:1f0e5a0c', 'urn:uuid:1f0e5a0c'],
    ['id: https://old.example/?p=1', 'https://old.example/?p=1'],
    ['id: bees 1', 'bees 1'],
  ])('takes the %s', async (setting, id) => {
    expect((await articleOf('a.md', `---\ndate: 2025-01-02\n${setting}\n---\nOne.`)).id).toBe(id)
  })

  it('takes the last part of a former address for the slug', async () => {
    expect(
      (await articleOf('a.md', '---\ntitle: x\ndate: 2025-01-02\npermalink: /2025/01/bees.html\n---\nOne.'))
        .slug,
    ).toBe('bees')
    expect(
      (await articleOf('a.md', '---\ntitle: x\ndate: 2025-01-02\nurl: /2025/honey/\n---\nOne.')).slug,
    ).toBe('honey')
  })

  it('finds a slug for a title without letters', async () => {
    expect((await articleOf('…/!.md', '---\ntitle: "!"\ndate: 2025-01-02\n---\nOne.')).slug).toMatch(
      /^[0-9a-f]{8}$/,
    )
  })

  it('reads the picture, the section and the rest', async () => {
    const article = await articleOf(
      'news/a.md',
      `---
title: Bees
date: 2025-01-02
updated: 2025-01-03
expires: 2030-01-01
section: City
summary: What it is about.
author: Anna Neri
image: { url: ../b.gif, alt: A bee }
canonical: https://old.example/bees
feed: false
---
One.`,
      aSeed('b.gif', aGif(8, 6)),
    )
    expect(article).toMatchObject({
      section: 'City',
      summary: 'What it is about.',
      authors: [{ name: 'Anna Neri' }],
      updated: Date.parse('2025-01-03T11:00:00Z'),
      expires: Date.parse('2030-01-01T11:00:00Z'),
      canonical: 'https://old.example/bees',
      inFeeds: false,
      image: { alt: 'A bee', type: 'image/gif', length: 26, width: 8, height: 6 },
    })
  })

  it('leaves drafts out with all their mistakes', async () => {
    const seeds = [
      aSeed('a.md', '---\ndraft: true\ntitel: x\n---\n'),
      aSeed('b.md', '---\npublished: false\n---\n'),
    ]
    expect(await publish(seeds)).toMatchObject({
      drafts: ['a.md', 'b.md'],
      problems: [],
      publication: { articles: [] },
    })
  })

  it('publishes drafts where that is asked for', async () => {
    const seeds = [aSeed('a.md', '---\ndraft: true\ndate: 2025-01-02\n---\nOne.')]
    expect(await publish(seeds, { drafts: true })).toMatchObject({
      drafts: [],
      publication: { articles: [{ path: 'a.md', title: '[draft] A', slug: 'a' }] },
    })
  })

  it('names what it ignores, but not what is hidden or shown', async () => {
    const seeds = [
      aSeed('2025-01-02-a.md', '![](shown.gif)'),
      ...['shown.gif', 'alone.gif', 'b.pdf', 'c.csv', '_c.md', '.d'].map((path) => aSeed(path, aGif(1, 1))),
    ]
    expect((await publish(seeds)).ignored).toEqual(['alone.gif', 'b.pdf', 'c.csv'])
  })

  it('publishes a picture once, whatever its names', async () => {
    const seeds = [
      aSeed('2025-01-02-a.md', '![](b.gif) ![](c.gif)'),
      aSeed('b.gif', aGif(1, 1)),
      aSeed('c.gif', aGif(1, 1)),
    ]
    expect((await publish(seeds)).publication?.assets.map(({ path }) => path)).toEqual(['b.gif'])
  })

  it('orders articles by date and then by path, and keeps their updates apart', async () => {
    const seeds = ['c', 'a', 'b'].map((name) => aSeed(`${name}.md`, `---\ndate: 2025-01-02\n---\n${name}`))
    const newer = aSeed('d.md', '---\ndate: 2025-01-03\n---\nd')
    const noon = Date.parse('2025-01-02T11:00:00Z')
    expect(
      (await publish([...seeds, newer])).publication?.articles.map(({ path, updated }) => [
        path,
        updated - noon,
      ]),
    ).toEqual([
      ['d.md', 86_400_000],
      ['a.md', 0],
      ['b.md', 1],
      ['c.md', 2],
    ])
  })

  it('gives the same whatever the order of the seeds', async () => {
    const seeds = [
      aSeed('a.md', '---\ndate: 2025-01-02\n---\n[b](b.md) ![](p.gif)'),
      aSeed('b.md', '---\ndate: 2025-01-02\ntilte: x\n---\nOne.'),
      aSeed('c.txt', 'Nothing to see.'),
      aSeed('p.gif', aGif(1, 1)),
    ]
    const expected = await publish(seeds)
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(seeds, { minLength: seeds.length }), async (shuffled) => {
        expect(await publish(shuffled)).toEqual(expected)
      }),
      { numRuns: 20 },
    )
  })

  it('takes the commonest language for that of the site', async () => {
    const it = (name: string) => aSeed(`${name}.md`, `---\ndate: 2025-01-02\nlanguage: it\n---\n${name}`)
    const en = aSeed('z.md', '---\ndate: 2025-01-02\nlanguage: en\n---\nz')
    const unknown = aSeed('y.md', '---\ndate: 2025-01-02\n---\n1')
    const { publication } = await publish([it('a'), it('b'), en, unknown])
    expect(publication?.site.language).toBe('it')
    expect(publication?.articles.find(({ path }) => path === 'y.md')?.language).toBe('it')
  })

  it('publishes an empty folder', async () => {
    const { publication, problems } = await parsePublication(
      { seeds: [] },
      { at: AT, digest: sha256, url: 'https://news.site' },
    )
    expect(publication).toMatchObject({
      articles: [],
      assets: [],
      site: { language: 'en', url: 'https://news.site' },
    })
    expect(problems).toEqual([])
  })

  it('reads the pictures of the site', async () => {
    const site = aSeed('site.yaml', 'url: https://news.site\nicon: icon.gif\nimage: lost.gif\n')
    const { publication, problems } = await parsePublication(
      { seeds: [site, aSeed('icon.gif', aGif(64, 64))] },
      { at: AT, digest: sha256 },
    )
    expect(publication?.site.icon).toMatchObject({ type: 'image/gif', width: 64, height: 64 })
    expect(publication?.site.image).toBeUndefined()
    expect(problems).toMatchObject([{ severity: 'stop', path: 'site.yaml', line: 3, column: 8 }])
  })

  it('tells all mistakes of all files', async () => {
    expect(
      await messages([
        aSeed('a.md', '---\ndate: 31 febbraio\ntilte: x\n---\nOne.'),
        aSeed('b.md', '---\ndate: [\n---\nOne.'),
        aSeed('c.md', '\n\nSee [x](lost.md).'),
        aSeed('d.txt', 'Text.\n\nIt was on 31 febbraio 2025.'),
        aSeed(
          'e.md',
          '---\ndate: 2025-01-02\nupdated: 2024-01-01\nslug: My Bees\nimage: lost.png\n---\n\n\nSee [x](lost.md).',
        ),
        aSeed('f.txt', Uint8Array.from([0xff])),
      ]),
    ).toEqual([
      'a.md:2 error Cannot read the date "31 febbraio": no such day. Write it as 2026-02-28.',
      'a.md:3 warning There is no key "tilte". Did you mean "title"?',
      expect.stringMatching(/^b\.md:2 error Cannot read the YAML: .*\.$/),
      'c.md:1 error There is no date. Write date: 2026-02-28 in the front matter, or name the file 2026-02-28-title.',
      'd.txt:3 error Cannot read the date "31 febbraio 2025": no such day. Write it as 2026-02-28.',
      'e.md:3 warning The article is updated before it is published. Correct one of the two dates.',
      'e.md:4 warning The slug "My Bees" is no name for an address. Write it as my-bees.',
      'e.md:5 stop There is no picture "lost.png". Give the path of a JPEG, PNG, GIF, WebP or AVIF file beside the article, or a whole address.',
      'e.md:9 stop "lost.md" leads to no published article, picture or other file. Correct the path, or write the whole address.',
      'f.txt:1 error Not UTF-8: the byte 0xFF at offset 0 begins no character. Save the file as UTF-8.',
      'f.txt:1 error There is no date. Begin the text with date 2026-02-28, or name the file 2026-02-28-title.',
    ])
  })

  it('gives no publication where there is an error', async () => {
    expect(
      (await publish([aSeed('a.md', 'One.'), aSeed('2025-01-02-b.md', 'Two.')])).publication,
    ).toBeUndefined()
  })

  it('names both articles that have one slug', async () => {
    expect(
      await messages([
        aSeed('a.md', '---\ntitle: Bees\ndate: 2025-01-02\n---\n'),
        aSeed('b.md', '---\ntitle: Other\ndate: 2025-01-03\nslug: bees\n---\n'),
      ]),
    ).toEqual([
      'a.md:2 error The slug "bees" is also that of b.md:4. Write another slug in the front matter of one.',
      'b.md:4 error The slug "bees" is also that of a.md. Write another slug in the front matter of one.',
    ])
  })

  it('names both articles that have one id', async () => {
    expect(
      await messages([
        aSeed('a.md', '---\ntitle: Bees\ndate: 2025-01-02\n---\n'),
        aSeed('a/index.md', '---\ntitle: Honey\ndate: 2025-01-03\n---\n'),
      ]),
    ).toEqual([
      'a.md:1 error The id "tag:news.site,2026:a" is also that of a/index.md. Write another id in the front matter of one.',
      'a/index.md:1 error The id "tag:news.site,2026:a" is also that of a.md. Write another id in the front matter of one.',
    ])
  })

  it('throws for no bytes', async () => {
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 100 }),
      fc.string().map((text) => new TextEncoder().encode(`---\ndate: 2025-01-02\n---\n${text}`)),
    )
    const path = fc.constantFrom(
      'a.md',
      'b.txt',
      'c/index.html',
      'site.yaml',
      'd.gif',
      'e.mp3',
      'ledger.json',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(path, content), { selector: ([name]) => name }),
        async (files) => {
          const seeds = files.map(([name, bytes]) => ({ path: name, bytes }))
          const { publication, problems } = await parsePublication({ seeds }, { at: AT, digest: sha256 })
          expect(publication === undefined).toBe(problems.some(({ severity }) => severity === 'error'))
        },
      ),
      { numRuns: 300 },
    )
  })
})
