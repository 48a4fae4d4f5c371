import { describe, expect, it } from 'vitest'
import { findMetaWish, findWrittenWish } from '../../../../src/content/settings/withholding/written-wishes.ts'
import { withholdingFolder } from './withholding-folder.ts'

const PATH = '2026-01-01-a.md'
const CODE = '```'

/** How other tools, and hands, note above a text that it is not for everybody. */
const WRITTEN: readonly [notation: string, text: string, line: number][] = [
  ['Org', '#+TITLE: A\n#+DRAFT: true\n\nText.\n', 2],
  ['AsciiDoc', '= A\n:draft: true\n\nText.\n', 2],
  ['reStructuredText', 'A\n=\n\n:status: draft\n\nText.\n', 4],
  ['Logseq', '- public:: false\n- Text.\n', 1],
  ['Dataview', 'Text.\n\nprivate:: yes\n', 3],
  ['Notion', '# A\n\nOwner: Ada\nStatus: Draft\n\nText.\n', 4],
  ['an item', '- title: A\n- draft: true\n\nText.\n', 2],
  ['bold type', '**Status:** in review\n\nText.\n', 1],
  ['a quotation', '> draft: true\n\nText.\n', 1],
  ['wide characters', 'draft：true\n\nText.\n', 1],
  ['JSON5', "{draft: true, title: 'A'}\n\nText.\n", 1],
  ['below a heading', '# A\n\n---\ndraft: true\n---\n\nText.\n', 4],
  ['a block of code', `${CODE}yaml\ntitle: A\ndraft: true\n${CODE}\nText.\n`, 3],
  ['a fence with a name', '--- yaml\ndraft: true\n---\nText.\n', 2],
  ['a name that no table has', ':hide-from-everybody: yes\n\nText.\n', 1],
  ["Org's tags of a file", '#+TITLE: A\n#+FILETAGS: :bees:draft:\n\nText.\n', 2],
  ["Hugo's tags in Org", '#+hugo_tags: draft\n\nText.\n', 1],
  ['a heading of Org', '* DRAFT On bees\n\nText.\n', 1],
  ['a name of several words', '- hideFromEverybody: yes\n\nText.\n', 1],
]

/** What texts begin with, and means nothing of the kind. */
const PROSE: readonly string[] = [
  'Category: draft beers\n\nText.\n',
  '* NASA said so\n* ESA did not\n',
  'Note: this is a text.\n\nMore of it.\n',
  'Secret: she had known it all along.\n',
  'From: ada@news.site\nSubject: The hives\nTo: all\n\nDear all,\n',
  'Ingredients:\n- salt: 3 g\n- water: 1 l\n\nStir.\n',
  'Roses: red\nViolets: blue\n\nA poem.\n',
  '---\nA rule and a text.\n\n---\nMore.\n',
  '---\nA rule, and a text without another.\n',
  `Write this into the front matter:\n\n${CODE}yaml\ndraft: true\n${CODE}\n`,
  'The key `draft: true` keeps it back.\n',
  '`draft: true` keeps it back.\n',
  'Private\n\nA poem by that name.\n',
  'Draft horses are strong.\n',
  '[draft]: https://news.site/draft\n\nText.\n',
  '[draft](https://news.site/draft) is a page.\n',
  '- In stock: no\n- Available: no\n\nA lamp.\n',
  'Wind: 3\nVisibility: 10 km\n\nThe weather.\n',
  'Draft: a new law of bees.\n\nText.\n',
  'Publisher: Knopf\nPages: 300\n\nA review.\n',
  '- Price: 12 €\n- Online: https://news.site\n',
  '| Status | Draft |\n|---|---|\n| a | b |\n',
]

describe('findWrittenWish()', () => {
  it.each(WRITTEN)('finds what %s notes, and its line', async (_, text, line) => {
    expect(findWrittenWish(text)?.line).toBe(line)
    const { isPublished, stops, errors } = await withholdingFolder(text, PATH)
    expect(isPublished && stops.length + errors.length === 0).toBe(false)
  })

  it.each(PROSE)('finds nothing in %j', async (text) => {
    expect(findWrittenWish(text)).toBeUndefined()
    expect(await withholdingFolder(text, PATH)).toMatchObject({ isPublished: true, errors: [], stops: [] })
  })

  it('looks at the beginning alone', () => {
    expect(findWrittenWish(`${'Text.\n\n'.repeat(12)}draft: true\n`)).toBeUndefined()
  })

  it('is a stop at its line of the file, which draft: false settles', async () => {
    const front = (own: string) => `---\ntitle: A\n${own}---\n\n- Status: draft\n`
    expect((await withholdingFolder(front(''), PATH)).stops).toEqual([
      `${PATH}: "Status" stands in the text, and may mean that this is not for everybody. Write it in front matter to keep the article back, or draft: false there to publish it.`,
    ])
    expect(await withholdingFolder(front('draft: false\n'), PATH)).toMatchObject({
      isPublished: true,
      stops: [],
    })
  })
})

describe('findMetaWish()', () => {
  it.each([
    '<meta name="status" content="draft">',
    "<META content='hidden' NAME=Status>",
    '<meta name=robots content=noindex>',
    '<meta name="googlebot" content="nofollow, noindex">',
    '<meta property="visibility" content="private">',
    '<meta name="published" content="false" />',
  ])('finds %s', async (tag) => {
    const html = `<!doctype html>\n<html><head>\n${tag}\n</head><body><p>Text.</p></body></html>`
    expect(findMetaWish(html)?.line).toBe(3)
    expect((await withholdingFolder(html, '2026-01-01-a.html')).stops).toHaveLength(1)
  })

  it.each([
    '<meta charset="utf-8">',
    '<meta name="robots" content="index, follow">',
    '<meta name="description" content="A private matter">',
    '<meta name="viewport" content="width=device-width">',
    '<meta name="status" content="published">',
  ])('passes over %s', (tag) => expect(findMetaWish(`${tag}<p>Text.</p>`)).toBeUndefined())
})
