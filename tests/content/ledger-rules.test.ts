import { describe, expect, it } from 'vitest'
import type { ParsedPublication } from '../../src/content/publication/complete-parsing.ts'
import { renderLedger } from '../../src/ledger/ledger-codec.ts'
import type { Seed } from '../../src/model/seed.ts'
import { aSeed } from '../support/a-seed.ts'
import { articleAt, day, publishFolder } from './a-folder.ts'

const PATH = '2026-01-05-bees.md'
const BODY = 'The hives stand between the chimneys, and nobody in the house has seen the bees.'

/** What an earlier version has left, which took no key in capitals for a setting: as if none were there. */
async function publishedBefore(...others: readonly Seed[]): Promise<ParsedPublication> {
  return publishFolder([aSeed(PATH, `---\n---\n${BODY}\n`), ...others], { at: day(6) })
}

function ledgerBefore(published: ParsedPublication): string {
  if (published.ledger === undefined) throw new Error('Nothing was published')
  return renderLedger(published.ledger.after).replaceAll(/"rules":3,/g, '')
}

const CAPITALS = `---\nTitle: On bees\nDate: 2020-02-02\nSlug: on-bees\nID: bees-1\nUpdated: 2026-01-05T20:00:00Z\nAuthor: Anna\n---\n${BODY}\n`

/** What readers know of the article. */
function factsOf(published: ParsedPublication) {
  const { id, slug, published: date, firstPublished, updated } = articleAt(published, PATH)
  return { id, slug, date, firstPublished, updated }
}

describe('an article that an earlier version has read otherwise', async () => {
  const before = await publishedBefore()
  const after = await publishFolder([aSeed(PATH, CAPITALS)], { at: day(20), before: ledgerBefore(before) })

  it('keeps its id, its address and its dates', () => {
    expect(factsOf(after)).toEqual(factsOf(before))
    expect(after.problems).toEqual([])
  })

  it('is read by the new rules in all that readers do not hold on to', () => {
    expect(articleAt(after, PATH)).toMatchObject({ title: 'On bees', authors: [{ name: 'Anna' }] })
  })

  it('stays so in every build to come', async () => {
    const again = await publishFolder([aSeed(PATH, CAPITALS)], { at: day(30), before: after })
    expect(factsOf(again)).toEqual(factsOf(before))
    expect(again.ledger?.after).toEqual(after.ledger?.after)
  })

  it('is changed by a change of its words, and by nothing else', async () => {
    const edited = CAPITALS.replace('On bees', 'On the bees')
    const again = await publishFolder([aSeed(PATH, edited)], { at: day(30), before: after })
    expect(factsOf(again)).toEqual({ ...factsOf(before), updated: day(30) })
  })

  it('follows what its writer says from then on', async () => {
    const moved = CAPITALS.replace('on-bees', 'the-bees').replace('2020-02-02', '2026-01-04')
    const again = await publishFolder([aSeed(PATH, moved)], { at: day(30), before: after })
    expect(articleAt(again, PATH)).toMatchObject({ slug: 'the-bees', published: Date.UTC(2026, 0, 4, 12) })
    expect(articleAt(again, PATH).formerSlugs).toEqual([factsOf(before).slug])
  })

  it('follows what is written as the earlier version read it, too', async () => {
    const lower = CAPITALS.replace('Slug:', 'slug:')
    const again = await publishFolder([aSeed(PATH, lower)], { at: day(30), before: after })
    expect(articleAt(again, PATH)).toMatchObject({ slug: 'on-bees', id: factsOf(before).id })
  })

  it('is found again under another name', async () => {
    const renamed = await publishFolder([aSeed('x/2026-01-05-apes.md', CAPITALS)], {
      at: day(30),
      before: ledgerBefore(before),
    })
    expect(articleAt(renamed, 'x/2026-01-05-apes.md')).toMatchObject({
      id: factsOf(before).id,
      slug: factsOf(before).slug,
    })
  })

  it('is told as read anew, not as updated, where its words were changed at the same time', async () => {
    const edited = await publishFolder([aSeed(PATH, CAPITALS.replace('chimneys', 'roofs'))], {
      at: day(20),
      before: ledgerBefore(before),
    })
    expect(factsOf(edited)).toEqual({ ...factsOf(before), updated: day(20) })
  })
})

describe('a new article', () => {
  it('follows all that it says', async () => {
    const { publication } = await publishFolder([aSeed(PATH, CAPITALS)], { at: day(20) })
    expect(publication?.articles[0]).toMatchObject({ slug: 'on-bees', id: 'bees-1' })
    expect(publication?.articles[0]).toMatchObject({ published: Date.UTC(2020, 1, 2, 12) })
  })
})

/** Texts that an earlier version has published, and that are kept back by now. */
const WITHHELD: readonly [key: string, text: string][] = [
  ['"private"', `---\nprivate: true\n---\n${BODY}\n`],
  ['"ｄｒａｆｔ"', `---\nｄｒａｆｔ: true\n---\n${BODY}\n`],
  ['"dra\u200Bft"', `---\ndra\u200Bft: true\n---\n${BODY}\n`],
  ['"Draft"', `---\nDraft: true\n---\n${BODY}\n`],
  ['"draft"', `\n---\ndraft: true\n---\n${BODY}\n`],
  ['"status"', `---\nstatus: draft\n---\n${BODY}\n`],
  ['"published"', `{"published": false}\n${BODY}\n`],
]

describe('an article that a new rule would withdraw', () => {
  it.each(WITHHELD)('is a stop that names it: %s', async (key, text) => {
    const before = ledgerBefore(await publishedBefore())
    const { problems } = await publishFolder([aSeed(PATH, text)], { at: day(20), before })
    expect(problems).toMatchObject([{ severity: 'stop', path: PATH }])
    expect(problems[0]?.message).toContain(`This article is published, and ${key} keeps it back from now on`)
    expect(problems[0]?.line).toBeGreaterThan(0)
  })

  it.each([
    ...['requires_login: true', 'takedown: 2026-01-06', 'finished: false', 'tags: [status/draft]'],
    ...['title: "On bees (draft)"', 'title: "Private: Bees"', 'post_type: draft'],
  ])('is a stop where it is not understood: %s', async (line) => {
    const before = ledgerBefore(await publishedBefore())
    const { problems } = await publishFolder([aSeed(PATH, `---\n${line}\n---\n${BODY}\n`)], {
      at: day(20),
      before,
    })
    const stops = problems.filter(({ severity }) => severity === 'stop')
    expect(stops).toMatchObject([{ path: PATH, line: 2 }])
  })

  it('is a stop in a folder of drafts', async () => {
    const drafted = aSeed('drafts/2026-01-05-wasps.md', `---\n---\nWasps. ${BODY}\n`)
    const before = await publishFolder([aSeed('drafts_/2026-01-05-wasps.md', `---\n---\nWasps. ${BODY}\n`)], {
      at: day(6),
    })
    const ledger = ledgerBefore(before).replaceAll('drafts_/', 'drafts/')
    const { problems } = await publishFolder([drafted, aSeed(PATH, `---\n---\n${BODY}\n`)], {
      at: day(20),
      before: ledger,
    })
    expect(problems).toMatchObject([{ severity: 'stop', path: 'drafts/2026-01-05-wasps.md' }])
  })

  it('is a stop where it would leave the feeds', async () => {
    const before = ledgerBefore(await publishedBefore())
    const { problems } = await publishFolder([aSeed(PATH, `---\nunlisted: true\n---\n${BODY}\n`)], {
      at: day(20),
      before,
    })
    expect(problems).toMatchObject([{ severity: 'stop', path: PATH, line: 2 }])
    expect(problems[0]?.message).toContain('taken out of the feeds')
  })

  it('is none once the rules of now have published: then its writer means it', async () => {
    const before = await publishedBefore()
    const other = aSeed('2026-01-07-wasps.md', `---\n---\nWasps. ${BODY}\n`)
    const withheld = aSeed(PATH, `---\nprivate: true\n---\n${BODY}\n`)
    expect((await publishFolder([withheld, other], { at: day(20), before })).problems).toEqual([])
  })

  it('is none for what was a draft all along', async () => {
    const other = aSeed('2026-01-07-wasps.md', `---\n---\nWasps. ${BODY}\n`)
    const before = ledgerBefore(await publishFolder([other], { at: day(8) }))
    const { problems } = await publishFolder([other, aSeed(PATH, `---\nprivate: true\n---\n${BODY}\n`)], {
      at: day(20),
      before,
    })
    expect(problems).toEqual([])
  })
})

describe('an article without any content', () => {
  const empty = (lines: string) => [aSeed(PATH, `---\ntitle: A\n${lines}---\n<!-- to be written -->\n\n`)]

  it('is a stop', async () => {
    expect((await publishFolder(empty(''), { at: day(6) })).problems).toMatchObject([
      { severity: 'stop', path: PATH, line: 1 },
    ])
  })

  it('is asked for once: what was accepted stays accepted', async () => {
    const before = await publishFolder(empty(''), { at: day(6) })
    expect((await publishFolder(empty(''), { at: day(7), before })).problems).toEqual([])
    expect((await publishFolder(empty('author: Anna\n'), { at: day(7), before })).problems).toHaveLength(1)
  })

  it('is none where a sound comes with it', async () => {
    const enclosure = 'enclosures: { url: https://news.site/a.mp3, length: 9, type: audio/mpeg }\n'
    expect((await publishFolder(empty(enclosure), { at: day(6) })).problems).toEqual([])
  })
})

describe('a text that ends in a comment of YAML', () => {
  it.each([
    ['title: Episode #12 is out', 2, 16],
    ['Title: Episode # 12', 2, 16],
    ['title: A\nsummary: The second of #three', 3, 24],
    ['title: A\ndescription: It is #1', 3, 20],
  ])('is a stop: %j', async (yaml, line, column) => {
    const { problems } = await publishFolder([aSeed(PATH, `---\n${yaml}\n---\n${BODY}\n`)], { at: day(6) })
    expect(problems).toMatchObject([{ severity: 'stop', path: PATH, line, column }])
    expect(problems[0]?.message).toMatch(
      /ends at "#": what follows is a comment of YAML. Put the whole \w+ in quotes/,
    )
  })

  it.each([
    'title: "Episode #12"',
    "title: 'A' # said so",
    'title: A#12',
    'title: A\n# a line of its own\ntags: [a] # b',
    '# first\ntitle: A',
  ])('is none where nobody can mean it: %j', async (yaml) => {
    expect(
      (await publishFolder([aSeed(PATH, `---\n${yaml}\n---\n${BODY}\n`)], { at: day(6) })).problems,
    ).toEqual([])
  })
})
