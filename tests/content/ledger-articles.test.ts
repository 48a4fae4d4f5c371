import { describe, expect, it } from 'vitest'
import type { ParsedPublication } from '../../src/content/publication/complete-parsing.ts'
import { anArticleSeed, articleAt, day, publishFolder } from './a-folder.ts'

const FIRST = await publishFolder([anArticleSeed('a.md', 'Bees')], { at: day(2) })

const publishAgain = (
  seed: ReturnType<typeof anArticleSeed>,
  before: ParsedPublication = FIRST,
  at = day(5),
) => publishFolder([seed], { at, before })

describe('parsePublication() with a ledger', () => {
  it('gives what was published and what would be', async () => {
    const again = await publishAgain(anArticleSeed('a.md', 'Bees'))
    expect(FIRST.ledger).toEqual({
      after: {
        ...{ authority: 'news.site', year: 2026, rules: 3 },
        feed: { url: 'https://news.site', title: 'Strillone', language: 'en' },
        ...{ changed: day(2), site: expect.stringMatching(/^[\da-f]{16}$/) },
        terms: [{ kind: 'language', name: 'en', slug: 'en' }],
        entries: [expect.objectContaining({ id: 'tag:news.site,2026:a', slug: 'bees', path: 'a.md' })],
      },
    })
    expect(again.ledger).toEqual({ before: FIRST.ledger?.after, after: FIRST.ledger?.after })
  })

  it('gives the same article where nothing has changed', async () => {
    expect((await publishAgain(anArticleSeed('a.md', 'Bees'))).publication).toEqual(FIRST.publication)
  })

  it('keeps the id and the slug of an article with another title', async () => {
    const article = articleAt(await publishAgain(anArticleSeed('a.md', 'Honey')), 'a.md')
    expect(article).toMatchObject({
      ...{ id: 'tag:news.site,2026:a', slug: 'bees', title: 'Honey' },
      ...{ updated: day(5), changed: day(5) },
    })
  })

  it('keeps all of an article whose file is renamed', async () => {
    const article = articleAt(await publishAgain(anArticleSeed('z.md', 'Bees')), 'z.md')
    expect(article).toMatchObject({
      ...{ id: 'tag:news.site,2026:a', slug: 'bees' },
      ...{ updated: day(1), changed: day(2) },
    })
  })

  it('keeps all of an article whose file and title change at once, but for its words', async () => {
    const body = 'The bees on the roof of the city hall have had a good year.'
    const before = await publishFolder([anArticleSeed('a.md', 'Bees', body)], { at: day(2) })
    const after = await publishAgain(anArticleSeed('z.md', 'Honey', body), before)
    expect(articleAt(after, 'z.md')).toMatchObject({
      id: 'tag:news.site,2026:a',
      slug: 'bees',
      updated: day(5),
    })
    expect(after.problems).toEqual([])
  })

  it('stops where so much changes at once that it is not found again', async () => {
    const { problems } = await publishAgain(anArticleSeed('z.md', 'Honey', 'Two.'))
    expect(problems).toMatchObject([
      {
        ...{ severity: 'stop', path: 'z.md', line: 3 },
        message: expect.stringContaining('Write id: tag:news.site,2026:a if it is the same article.'),
      },
    ])
  })

  it('stops where an article is given another id, which has its address once it is accepted', async () => {
    const again = await publishAgain(anArticleSeed('a.md', 'Bees', 'One.', 'id: z'))
    expect(again.problems).toMatchObject([
      {
        ...{ severity: 'stop', path: 'a.md', line: 4, column: 5 },
        message: expect.stringContaining('Write id: tag:news.site,2026:a.'),
      },
    ])
    expect(articleAt(again, 'a.md')).toMatchObject({ id: 'z', slug: 'bees' })
    expect(again.publication?.withdrawals).toEqual([
      { id: 'tag:news.site,2026:a', slugs: [], withdrawn: day(5) },
    ])
  })

  it('tells once of each of two files that they have one id', async () => {
    const seeds = ['a.md', 'b.md'].map((path) => anArticleSeed(path, 'Bees', 'One.', 'id: x'))
    for (const before of [undefined, await publishFolder(seeds.slice(0, 1), { at: day(2) })]) {
      const { problems } = await publishFolder(seeds, { at: day(5), ...(before && { before }) })
      expect(problems.map(({ path, line, message }) => [path, line, message])).toEqual(
        [
          ['a.md', 'b.md'],
          ['b.md', 'a.md'],
        ].map(([path, other]) => [path, 4, expect.stringContaining(`The id "x" is also that of ${other}:4`)]),
      )
    }
  })

  it('tells only the new one of two articles with one slug', async () => {
    const other = anArticleSeed('0.md', 'Bees', 'Two.', 'date: 2026-01-04T12:00:00Z')
    const { problems } = await publishFolder([other, anArticleSeed('a.md', 'Bees')], {
      at: day(5),
      before: FIRST,
    })
    expect(problems).toEqual([
      {
        ...{ severity: 'error', path: '0.md', line: 2, column: 8 },
        message: 'The slug "bees" is taken: a.md has had it since 2026-01-01. Write another slug here.',
      },
    ])
  })

  it('leads from a former slug to the one that the writer gives', async () => {
    const moved = await publishAgain(anArticleSeed('a.md', 'Bees', 'One.', 'slug: hives'))
    expect(articleAt(moved, 'a.md')).toMatchObject({ slug: 'hives', formerSlugs: ['bees'], updated: day(1) })
    const back = await publishAgain(anArticleSeed('a.md', 'Bees'), moved, day(6))
    expect(articleAt(back, 'a.md')).toMatchObject({ slug: 'hives', formerSlugs: ['bees'] })
  })

  it('follows the links between articles to their slugs of the ledger', async () => {
    const seeds = [anArticleSeed('a.md', 'Honey'), anArticleSeed('b.md', 'Other', '[x](a.md)')]
    const { publication } = await publishFolder(seeds, { at: day(5), before: FIRST })
    expect(publication?.articles.find(({ path }) => path === 'b.md')?.html).toContain(
      'href="https://news.site/articles/bees"',
    )
  })

  it.each([
    ['its words', anArticleSeed('a.md', 'Bees', 'Two.')],
    ['its tags', anArticleSeed('a.md', 'Bees', 'One.', 'tags: [city]')],
    ['its author', anArticleSeed('a.md', 'Bees', 'One.', 'author: Anna Neri')],
    ['its summary', anArticleSeed('a.md', 'Bees', 'One.', 'summary: On bees.')],
  ])('moves the update of an article once for %s', async (_what, seed) => {
    const edited = await publishAgain(seed)
    expect(articleAt(edited, 'a.md').updated).toBe(day(5))
    expect((await publishAgain(seed, edited, day(8))).publication).toEqual(edited.publication)
  })

  it.each([
    ['white space', anArticleSeed('a.md', 'Bees', '\n  One.  \n\n')],
    ['a decomposed letter', anArticleSeed('a.md', '"Bees"', 'One.')],
    ['a tag that is none', anArticleSeed('a.md', 'Bees', 'One.', 'tags:')],
  ])('takes %s for no change', async (_what, seed) => {
    expect(articleAt(await publishAgain(seed), 'a.md')).toMatchObject({ updated: day(1), changed: day(2) })
  })

  it('notes a change that is none of words', async () => {
    expect(
      articleAt(await publishAgain(anArticleSeed('a.md', 'Bees', 'One.', 'feed: no')), 'a.md'),
    ).toMatchObject({
      ...{ inFeeds: false, updated: day(1), changed: day(5) },
    })
  })

  it('tells the update that the writer tells', async () => {
    const seed = anArticleSeed('a.md', 'Bees', 'Two.', 'updated: 2026-01-03T12:00:00Z')
    expect(articleAt(await publishAgain(seed), 'a.md')).toMatchObject({ updated: day(3), changed: day(5) })
  })

  it('keeps the first publication of an article that is dated anew', async () => {
    const seed = anArticleSeed('a.md', 'Bees', 'One.', 'date: 2026-01-04T12:00:00Z')
    expect(articleAt(await publishAgain(seed), 'a.md')).toMatchObject({
      ...{ published: day(4), firstPublished: day(1), updated: day(4) },
    })
  })

  it('tells when anything last changed', async () => {
    expect(FIRST.publication?.changed).toBe(day(2))
    expect((await publishAgain(anArticleSeed('a.md', 'Bees', 'Two.'))).publication?.changed).toBe(day(5))
    expect((await publishFolder([], { at: day(5) })).publication?.changed).toBe(0)
  })
})
