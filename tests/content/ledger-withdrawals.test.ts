import { describe, expect, it } from 'vitest'
import { anArticleSeed, articleAt, day, publishFolder } from './a-folder.ts'

const BEES = anArticleSeed('a.md', 'Bees')
const HONEY = anArticleSeed('b.md', 'Honey', 'Two.')
const FIRST = await publishFolder([BEES, HONEY], { at: day(2) })
const WITHDRAWN = await publishFolder([HONEY], { at: day(5), before: FIRST })

describe('parsePublication() without an article that was published', () => {
  it('withdraws it', async () => {
    expect(WITHDRAWN.publication).toMatchObject({
      articles: [{ path: 'b.md' }],
      withdrawals: [{ id: 'tag:news.site,2026:a', slugs: ['bees'], withdrawn: day(5) }],
      changed: day(5),
    })
    expect((await publishFolder([HONEY], { at: day(6), before: WITHDRAWN })).publication).toEqual(
      WITHDRAWN.publication,
    )
  })

  it('withdraws it where it is a draft again', async () => {
    const draft = anArticleSeed('a.md', 'Bees', 'One.', 'draft: true')
    const { publication } = await publishFolder([draft, HONEY], { at: day(5), before: FIRST })
    expect(publication?.withdrawals).toEqual(WITHDRAWN.publication?.withdrawals)
  })

  it('puts it back as what it was', async () => {
    const back = await publishFolder([BEES, HONEY], { at: day(6), before: WITHDRAWN })
    expect(articleAt(back, 'a.md')).toMatchObject({
      ...{ id: 'tag:news.site,2026:a', slug: 'bees', updated: day(1), changed: day(6) },
    })
    expect(back.publication?.withdrawals).toEqual([])
  })

  it('leaves nothing behind of what was not shown yet', async () => {
    const later = anArticleSeed('a.md', 'Bees', 'One.', 'date: 2026-01-09T12:00:00Z')
    const before = await publishFolder([later, HONEY], { at: day(2) })
    expect((await publishFolder([HONEY], { at: day(5), before })).publication?.withdrawals).toEqual([])
  })

  it('lets no new article have its slug', async () => {
    const other = anArticleSeed('c.md', 'Bees', 'Other bees.', 'date: 2026-01-05T12:00:00Z')
    const { publication, problems } = await publishFolder([other, HONEY], { at: day(6), before: WITHDRAWN })
    expect(publication).toBeUndefined()
    expect(problems).toEqual([
      {
        ...{ severity: 'error', path: 'c.md', line: 2, column: 8 },
        message:
          'The slug "bees" was that of a.md, which is withdrawn: links to it would lead to this article. Write another slug, or id: tag:news.site,2026:a if it is the same article.',
      },
    ])
  })

  it('lets a new article have its slug that tells to be the same', async () => {
    const same = anArticleSeed('c.md', 'New', 'Other bees.', 'id: tag:news.site,2026:a')
    const back = await publishFolder([same, HONEY], { at: day(6), before: WITHDRAWN })
    expect(articleAt(back, 'c.md')).toMatchObject({ id: 'tag:news.site,2026:a', slug: 'bees' })
  })

  it('lets no new article have the slug that another had before', async () => {
    const moved = await publishFolder([anArticleSeed('a.md', 'Bees', 'One.', 'slug: hives'), HONEY], {
      ...{ at: day(5), before: FIRST },
    })
    const seeds = [
      anArticleSeed('a.md', 'Bees', 'One.', 'slug: hives'),
      anArticleSeed('c.md', 'Bees', 'Other.', 'date: 2026-01-05T12:00:00Z'),
    ]
    expect((await publishFolder([...seeds, HONEY], { at: day(6), before: moved })).problems).toMatchObject([
      {
        ...{ severity: 'error', path: 'c.md', line: 2 },
        message: 'The slug "bees" was that of a.md before: links to it lead there. Write another slug.',
      },
    ])
  })
})
