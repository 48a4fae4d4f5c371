import { describe, expect, it } from 'vitest'
import { parseYamlSettings } from '../../../src/content/settings/yaml-settings.ts'

const toldOf = (source: string) =>
  parseYamlSettings(source, 2).problems.map(({ message, position }) => `${position?.line}: ${message}`)

const INDICATED: readonly string[] = [
  '@handle says',
  '[WIP] A thing',
  '*star* title',
  '`code` title',
  '%percent',
  '- dash',
  '& more',
  '{curly} title',
  '] end',
  '} end',
  ', and so on',
  '> said she',
  '| pipe',
]

describe('describeMistake()', () => {
  it.each(INDICATED)('tells that a value begins with a sign of YAML: %s', (value) => {
    for (const place of ['title', '"title"', 'sub title']) {
      const name = place.replaceAll('"', '')
      const [told, ...others] = toldOf(`date: 2026-01-01\n${place}: ${value}\nauthor: Anna\n`)
      expect(told).toBe(
        `3: Cannot read the YAML: the value of "${name}" begins with ${value[0]}. Put it in quotes.`,
      )
      expect(others).toEqual([])
    }
  })

  it.each([
    [
      'title: "Quoted" and more',
      'the value of "title" goes on behind its quotes. Put the whole value in \', or write its own " as \\".',
    ],
    [
      "title: 'It's' here",
      'the value of "title" goes on behind its quotes. Put the whole value in ", or write its own \' as \'\'.',
    ],
    ['title: One: two', 'the value of "title" holds a colon. Put it in quotes.'],
    ['title: A\ntitle: B', '"title" is there twice. Write it once.'],
  ])('tells what a writer did in %j, and how to mend it', (source, told) => {
    expect(toldOf(`${source}\n`).map((line) => line.replace(/^\d+: Cannot read the YAML: /, ''))).toEqual([
      told,
    ])
  })

  it.each([
    'x',
    '"x"',
    "'x'",
    '3',
    'true',
    '2026-01-01',
    '[a, b]',
    '{a: b}',
    'https://news.site',
    'x # note',
  ])('tells of a line that is indented below %s, and of nothing else', (value) => {
    const told = expect.stringMatching(/^3: Cannot read the YAML: this line begins in another column/)
    for (const line of [' title: x', '   title: x', ' title:', ' title: x\n more: y']) {
      expect(toldOf(`url: ${value}\n${line}\nlanguage: en\n`)).toEqual([told])
      expect(toldOf(`url: ${value}\n${line}`)).toEqual([told])
    }
  })

  it('tells of the first line that is indented, and of a line in a map', () => {
    const told = expect.stringContaining('this line begins in another column')
    expect(toldOf(' url: x\ntitle: y\nlanguage: en')).toEqual([told])
    expect(toldOf('feed:\n  items: 3\n   bytes: 4\ntitle: x')).toEqual([told])
    expect(toldOf('summary: one\n  two\n  three: four')).toEqual([told])
  })

  it.each(['title: "No end', "title: 'No end", 'title: A\nauthor:\n\tname: Anna'])(
    'says how to mend %j',
    (source) => {
      const [told = ''] = toldOf(`${source}\n`)
      expect(told).toMatch(/Write . at the end of the value, too|Indent it with spaces/)
    },
  )

  it.each([...INDICATED, '"Quoted" and more', "'It's' here", 'One: two'])(
    'is mended by quotes: %s',
    (value) => {
      expect(toldOf(`title: ${JSON.stringify(value)}\n`)).toEqual([])
    },
  )
})
