import { describe, expect, it } from 'vitest'
import { renderLedger } from '../../src/ledger/ledger-codec.ts'
import { anArticleSeed, articleAt, day, publishFolder } from './a-folder.ts'

const HONEY = anArticleSeed('a.md', 'Honey')
const BEES = anArticleSeed('a.md', 'Bees')
const FIRST = await publishFolder([BEES], { at: day(2) })
const TEXT = FIRST.ledger ? renderLedger(FIRST.ledger.after) : ''

describe('parsePublication() with ledger.json', () => {
  it.each([
    ['broken', TEXT.replace('"slug":', '"slug"'), 3, 'it is not JSON'],
    ['in conflict', TEXT.replace('\n,{"id"', '\n<<<<<<< HEAD\n,{"id"'), 4, 'a merge has left its marks here'],
    ['of an older format', TEXT.replace('ledger-1', 'ledger-0'), 1, 'its format is "strillone-ledger-0"'],
    ['of a newer format', TEXT.replace('ledger-1', 'ledger-3'), 1, 'its format is "strillone-ledger-3"'],
    ['empty', '', 1, 'is missing'],
    ['that is no list', '{}', 1, 'is missing'],
    ['that is no text', '\uFFFE', 1, 'U+FFFE'],
  ])('publishes nothing by one %s', async (_how, before, line, reason) => {
    const parsed = await publishFolder([BEES], { at: day(5), before })
    expect(parsed.problems).toMatchObject([
      { severity: 'error', path: 'ledger.json', line, message: expect.stringContaining(reason) },
    ])
    expect([parsed.publication, parsed.ledger]).toEqual([undefined, undefined])
  })

  it('tells the mistakes of articles beside those of the ledger', async () => {
    const { problems } = await publishFolder([anArticleSeed('a.md', 'Bees', 'One.', 'tilte: x')], {
      ...{ at: day(5), before: '' },
    })
    expect(problems.map(({ path }) => path)).toEqual(['a.md', 'ledger.json'])
  })

  it('names the articles of two branches that have one slug', async () => {
    const other = anArticleSeed('b.md', 'Bees', 'Two.')
    const second = await publishFolder([other], { at: day(3) })
    const both = TEXT + (second.ledger ? renderLedger(second.ledger.after) : '')
    expect((await publishFolder([BEES, other], { at: day(5), before: both })).problems).toMatchObject([
      { path: 'a.md', line: 2, message: expect.stringContaining('The slug "bees" is also that of b.md.') },
      { path: 'b.md', line: 2, message: expect.stringContaining('The slug "bees" is also that of a.md.') },
    ])
    const mended = anArticleSeed('b.md', 'Bees', 'Two.', 'slug: more-bees')
    const parsed = await publishFolder([BEES, mended], { at: day(5), before: both })
    expect(parsed.publication?.articles).toMatchObject([
      { slug: 'bees', formerSlugs: [] },
      { slug: 'more-bees', formerSlugs: [] },
    ])
  })

  it('does not name it among what is ignored', async () => {
    expect((await publishFolder([BEES], { at: day(5), before: FIRST })).ignored).toEqual([])
  })

  it('begins it anew once the site has an address', async () => {
    const before = await publishFolder([BEES], { at: day(2), url: 'http://localhost:8787' })
    const after = await publishFolder([anArticleSeed('a.md', 'Honey')], { at: day(5), before })
    expect(articleAt(after, 'a.md')).toMatchObject({ id: 'tag:news.site,2026:a', slug: 'honey' })
    expect(after.ledger?.before).toBeUndefined()
  })

  it('begins it anew where one address that only stands for another follows another', async () => {
    const before = await publishFolder([BEES], { at: day(2), url: 'https://news.example' })
    const after = await publishFolder([HONEY], { at: day(5), before, url: 'https://other.example' })
    expect(articleAt(after, 'a.md').slug).toBe('honey')
    expect(after.problems).toMatchObject([{ severity: 'stop', path: 'site.yaml' }])
  })

  it('keeps it for a site that is only shown under another address', async () => {
    const url = 'https://news.example'
    const before = await publishFolder([BEES], { at: day(2), url })
    const shownAs = 'http://127.0.0.1:9999'
    const after = await publishFolder([HONEY], { at: day(5), before, url, shownAs, guarded: false })
    expect(articleAt(after, 'a.md').slug).toBe('bees')
  })

  it('forgets nothing that the ledger in version control knows, where that binds', async () => {
    const committed = async (url: string) => {
      const { ledger } = await publishFolder([BEES, anArticleSeed('z.md', 'Old')], { at: day(2), url })
      return ledger ? { committed: ledger.after } : {}
    }
    const again = await publishFolder([BEES], {
      at: day(5),
      before: FIRST,
      ...(await committed('https://news.site')),
    })
    expect(again.problems).toMatchObject([
      {
        severity: 'stop',
        path: 'ledger.json',
        message: expect.stringContaining('tag:news.site,2026:z of z.md'),
      },
    ])
    const free = await publishFolder([BEES], {
      at: day(5),
      before: FIRST,
      ...(await committed('https://news.example')),
    })
    expect(free.problems).toEqual([])
  })

  it('remembers no language that was guessed without articles', async () => {
    const italian = anArticleSeed('a.md', 'Api', 'Uno.', 'language: it')
    const empty = await publishFolder([], { at: day(1) })
    const first = await publishFolder([italian], { at: day(2), before: empty })
    expect([first.problems, first.ledger?.after.feed.language]).toEqual([[], 'it'])
    const gone = await publishFolder([], { at: day(5), before: first })
    expect([gone.publication?.site.language, gone.ledger?.after.feed.language]).toEqual(['it', 'it'])
  })

  it('keeps it for a site that moves to another address', async () => {
    const after = await publishFolder([BEES], { at: day(5), before: FIRST, url: 'https://other.site' })
    expect(articleAt(after, 'a.md').id).toBe('tag:news.site,2026:a')
    expect(after.ledger).toMatchObject({
      before: { feed: { url: 'https://news.site' } },
      after: { authority: 'news.site', feed: { url: 'https://other.site' } },
    })
  })

  it('tells what would harm those who have subscribed, where it is written', async () => {
    const { problems, publication } = await publishFolder([BEES], {
      ...{ at: day(5), before: FIRST, url: 'https://other.site' },
    })
    expect(problems).toMatchObject([{ severity: 'stop', path: 'site.yaml', line: 1, column: 6 }])
    expect(publication).toBeDefined()
  })

  it('does not tell it where nobody is harmed', async () => {
    const options = { at: day(5), before: FIRST, url: 'https://other.site', guarded: false }
    expect((await publishFolder([BEES], options)).problems).toEqual([])
  })
})

describe('parsePublication() with drafts', () => {
  const draft = anArticleSeed('d.md', 'Draft', 'Not yet.', 'draft: true')

  it('shows them marked and outside of the ledger', async () => {
    const parsed = await publishFolder([BEES, draft], { at: day(5), before: FIRST, drafts: true })
    expect(articleAt(parsed, 'd.md')).toMatchObject({ title: '[draft] Draft', slug: 'draft' })
    expect(parsed.ledger?.after).toEqual(FIRST.ledger?.after)
  })

  it('shows what was withdrawn to be a draft under its own address', async () => {
    const again = anArticleSeed('a.md', 'Bees', 'One.', 'draft: true')
    const parsed = await publishFolder([again], { at: day(5), before: FIRST, drafts: true })
    expect(articleAt(parsed, 'a.md')).toMatchObject({ id: 'tag:news.site,2026:a', slug: 'bees' })
    expect(parsed.publication?.withdrawals).toEqual([])
    expect(parsed.ledger?.after.entries).toMatchObject([{ withdrawn: day(5) }])
  })

  it('lets no draft take the place of what is published', async () => {
    const copy = anArticleSeed('0.md', 'Bees', 'One.', 'draft: true', 'slug: copy')
    const parsed = await publishFolder([BEES, copy], { at: day(5), before: FIRST, drafts: true })
    expect(articleAt(parsed, 'a.md').id).toBe('tag:news.site,2026:a')
  })
})
