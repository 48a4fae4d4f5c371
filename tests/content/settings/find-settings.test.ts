import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSettings } from '../../../src/content/settings/find-settings.ts'
import { parseFrontMatter } from '../../../src/content/settings/front-matter.ts'
import { withholdingFolder } from './withholding/withholding-folder.ts'

const MAP = { title: 'Not yet', draft: true }
const YAML = 'title: Not yet\ndraft: true'

/** A row for each way in which settings are written, all of the same article. */
const NOTATIONS: readonly [name: string, block: string][] = [
  ['YAML', `---\n${YAML}\n---\n`],
  ['YAML that ends in dots', `---\n${YAML}\n...\n`],
  ['TOML', '+++\ntitle = "Not yet"\ndraft = true\n+++\n'],
  ["Hexo's JSON", ';;;\n"title": "Not yet",\n"draft": true\n;;;\n'],
  ["Hugo's JSON", '{\n  "title": "Not yet",\n\t"draft": true\n}\n'],
  ["Hugo's JSON in one line", '{"title": "Not yet", "draft": true}\n'],
  ['YAML without its first fence', `${YAML}\n---\n`],
  ['JSON without its first fence', '"title": "Not yet",\n"draft": true\n;;;\n'],
]

/** What may stand before them. */
const LEADS: readonly [name: string, lead: string][] = [
  ['nothing', ''],
  ['a byte order mark', '\uFEFF'],
  ['two byte order marks', '\uFEFF\uFEFF'],
  ['a blank line', '\n'],
  ['white space', ' \t\n  \n'],
  ['a space', ' '],
  ['a comment', '<!-- lint off -->\n'],
  ['comments and blank lines', '\n<!-- one\ntwo -->\n\n<!--three-->\n'],
  ['a zero-width space', '\u200B'],
]

describe('findSettings()', () => {
  describe.each(LEADS)('after %s', (_lead, lead) => {
    it.each(NOTATIONS)('finds %s', (_name, block) => {
      const { settings, body, problems } = parseFrontMatter(`${lead}${block}The text.\n`, 'a.md')
      expect(problems).toEqual([])
      expect(settings?.data).toEqual(MAP)
      expect(body).toBe('The text.\n')
    })
  })

  it('counts lines from the beginning of the file', () => {
    const { settings, bodyLine } = parseFrontMatter('\n<!-- x -->\n---\na: b\ntitle: B\n---\nText.', 'a.md')
    expect(settings?.locate(['title'], 'value')).toEqual({ line: 5, column: 8 })
    expect(bodyLine).toBe(7)
  })

  it.each(
    [
      '\n---\n\nOnce upon a time.\n\n---\n',
      '\n---\nOnce upon a time.\n---\n',
      '---\n',
      'Rome: a city\n============\n',
      'Note: this is prose.\n\nMore of it.\n',
      'Secret: the story of a spy.\n\nMore of it.\n',
      '{{< figure src="a.jpg" >}}\n\nText.',
      '{% include a.html %}\n\nText.',
      '{:toc}\n\nText.',
      '{ "like": "this" }\n\nText.',
      '<!-- more -->\nText.',
      '<!-- wp:paragraph {"title": "x"} -->\n<p>Text.</p>',
      'date: 2026-01-01\n\nA raw text.',
      'From: Anna\nSubject: bees\n\nA mail.',
      '```\ntitle: an example\ndraft: true\n```\n',
      'https://example.org: a link\n\nText.',
    ].filter((text) => text !== '---\n'),
  )('leaves %j the text that it is', (text) => {
    expect(parseFrontMatter(text, 'a.md')).toMatchObject({ body: text, problems: [], settings: { data: {} } })
  })

  it.each([
    ['Pelican', 'Title: Not yet\nStatus: draft\n\nsecret'],
    ['MultiMarkdown', 'Author: Anna\nDate: 2026-01-01\n\nsecret'],
    ['Nikola', '<!--\n.. title: Not yet\n.. status: draft\n-->\nsecret'],
    ['Nikola in reStructuredText', '.. title: Not yet\n.. status: draft\n\nsecret'],
    ['a comment', '<!-- draft: true -->\nsecret'],
    ['a single wish', 'private: yes\n\nsecret'],
    ['fences of four hyphens', '----\ntitle: Not yet\n----\nsecret'],
    ['fences that an editor has made dashes', '—\ntitle: Not yet\ndraft: true\n—\nsecret'],
    ['fences of other signs', '***\ntitle: Not yet\n***\nsecret'],
    ['no end', '\n---\ntitle: Not yet\ndraft: true\n\nsecret'],
    ['no end of braces', '{\n"title": "Not yet",\n"draft": true\n\nsecret'],
    ['a language', '\n---json\n{"draft": true}\n---\nsecret'],
    ['a mistake in YAML', '\n---\ntitle: Not: yet: so\ndraft: true\n---\nsecret'],
    ['a mistake in JSON', '{"title": "Not yet", "draft": tru e: }\nsecret'],
    ['JSON with a name without quotes', '{"title": "Not yet", draft:true}\nsecret'],
    ['one name without quotes and a comment', '{\n  /* c */\n  draft: true\n}\nsecret'],
    ['a comment within JSON', '{"title":"Not yet", // c\n"draft":true}\nsecret'],
    ['a comment before a wish within JSON', '{"a":1, // c\n"draft":true}\nsecret'],
    ['a comma after the last value of JSON', '{"title": "Not yet", "draft": true, }\nsecret'],
    ['text behind JSON', '{"title":"Not yet","draft":true} secret'],
    ['front matter twice', '---\ntitle: Not yet\n---\n---\ndraft: true\n---\nsecret'],
    [
      'front matter twice with a blank line between',
      '---\ntitle: Not yet\n---\n\n+++\ndraft = true\n+++\nsecret',
    ],
  ])('refuses what looks like settings: %s', async (_name, text) => {
    const outcome = await withholdingFolder(text, '2026-01-01-a.md')
    expect(outcome).toMatchObject({ isPublished: false })
    expect(outcome.errors).toHaveLength(1)
  })

  it.each([
    'title: x\n  draft = true',
    'title:\n  x\n  draft = true',
    'title: x\n  draft:true',
    'title: x\ntags:\n  - a\n    draft = true',
    'title: x\nsummary: |\n  More of it.\n  draft: true',
    '{title: x, draft:true}',
  ])('refuses a setting that belongs to the text before it: %j', async (yaml) => {
    const { errors } = await withholdingFolder(`---\n${yaml}\n---\nText.\n`, '2026-01-01-a.md')
    expect(errors).toEqual([expect.stringContaining('looks like a setting')])
  })

  it('takes a setting of TOML for one, however it is indented', async () => {
    const text = '+++\ntitle = "x"\n  draft = true\n+++\nText.\n'
    const outcome = await withholdingFolder(text, '2026-01-01-a.md')
    expect(outcome).toMatchObject({ isPublished: false, errors: [], stops: [] })
  })

  it.each([
    'title: x\n  and more = better',
    'summary: |\n  More of it.\n  Author: Anna',
    'title: "A draft: a story"',
    'extra: { "https://a.site": b }',
  ])('takes the text of %j for text', async (yaml) => {
    const { errors, stops } = await withholdingFolder(`---\n${yaml}\n---\nText.\n`, '2026-01-01-a.md')
    expect([errors, stops]).toEqual([[], []])
  })

  it('never fails, and gives every text a body', () => {
    const piece = fc.constantFrom(
      '---',
      '+++',
      ';;;',
      '{',
      '}',
      '"',
      '\n',
      ' ',
      '<!--',
      '-->',
      'title: a',
      'draft: true',
      '\t',
      ':',
      'a',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        const { body, problems } = parseFrontMatter(text, 'a.md')
        expect(text.endsWith(body)).toBe(true)
        expect(problems.every(({ line = 1 }) => line >= 1 && line <= text.split('\n').length)).toBe(true)
      }),
    )
  })
})

describe('settings in which a key that keeps back could be lost', () => {
  it.each([
    "{title:'Bees',draft:true}\n\nThey came.",
    '{\n// c\n"draft":true}\n\nThey came.',
    "{ 'draft': true, title: 'Bees' }\nThey came.",
    '---\ntitle: Bees\u2028draft: true\n---\nThey came.',
    '---\ntitle: Bees\u0085draft: true\n---\nThey came.',
    '---\u2028draft: true\u2028---\u2028They came.',
  ])('are refused: %j', (text) => {
    expect(findSettings(text)).toMatchObject({ kind: 'refused' })
  })

  it.each([
    '{{< figure >}}\n\nThey came.',
    '{:toc}\n\nThey came.',
    '{ a: 1 } is an object.',
    '---\ntitle: Bees\n  and wasps\n---\nThey came.',
    '---\ntitle: Bees\u2028and wasps\n---\nThey came.',
    '---\nextra:\n  draft: true\n---\nThey came.',
    '---\nsummary: >\n  draft = true\n---\nThey came.',
  ])('are none: %j', (text) => {
    expect(findSettings(text).kind).not.toBe('refused')
  })
})
