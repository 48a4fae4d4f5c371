import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPlainYaml } from '../../../src/content/settings/plain-yaml.ts'
import { parseAnyYaml, parseYamlSettings } from '../../../src/content/settings/yaml-settings.ts'

/** What means something in YAML, here or there, and what nearly does. */
const PIECES = [
  ...[
    'title',
    'tags',
    'date',
    'draft',
    'true',
    'null',
    'Null',
    'NULL',
    'yes',
    'no',
    'on',
    '__proto__',
    'a-b',
  ],
  ...[
    ': ',
    ':',
    ' :',
    ' ',
    '  ',
    '\t',
    '\n',
    '\n  ',
    '\n- ',
    '\r',
    '\r\n',
    '\u0085',
    '\u2028',
    '\u00a0',
    '\ufeff',
  ],
  ...[
    '#',
    ' #',
    ' # ',
    '- ',
    '-',
    '---',
    '...',
    '? ',
    '?',
    '<<: ',
    '<<',
    '*a',
    '&a ',
    '!',
    '!!str ',
    '!!map',
    '%',
    '@',
    '`',
  ],
  ...[
    '"',
    "'",
    "''",
    '\\',
    '\\"',
    '\\n',
    '[',
    ']',
    '{',
    '}',
    ', ',
    ',',
    '|',
    '>',
    '|-',
    '~',
    '=',
    '/',
    '(',
    '.',
  ],
  ...[
    '1.10',
    '007',
    '0x1f',
    '1e3',
    '.inf',
    '.nan',
    '-1',
    '+1',
    '12:30',
    '2026-02-28',
    '2026-02-28T10:00:00+01:00',
  ],
  ...[
    'Una parola',
    'più',
    'È',
    '«x»',
    '漢字',
    '😀',
    '\ud800',
    '\u0000',
    '\u007f',
    'http://a.b/c?d#e',
    'e: f',
    'C#',
  ],
]

const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }).map((pieces) => pieces.join(''))
const scalar = fc.oneof(
  text,
  text.map((each) => `"${each}"`),
  text.map((each) => `'${each}'`),
)
const list = fc.array(scalar, { maxLength: 3 }).map((items) => `[${items.join(', ')}]`)
const line = fc
  .tuple(
    fc.constantFrom('title', 'tags', 'date', 'Tags', 'null', 'x'),
    fc.constantFrom(': ', ':', ':  '),
    fc.oneof(scalar, list),
  )
  .map((parts) => parts.join(''))
const source = fc
  .array(fc.oneof({ weight: 4, arbitrary: line }, text), { maxLength: 4 })
  .map((lines) => lines.join('\n'))

describe('YAML that is read without its parser', () => {
  it('is read as the parser reads it', () => {
    let read = 0
    fc.assert(
      fc.property(source, (yaml) => {
        const data = readPlainYaml(yaml)
        if (data === undefined) return
        read += 1
        const { settings, problems } = parseAnyYaml(yaml, 1)
        expect({ data, problems }).toStrictEqual({ data: settings?.data, problems: [] })
        expect(Object.keys(data)).toStrictEqual(Object.keys(settings?.data ?? {}))
      }),
      { numRuns: 20_000 },
    )
    expect(read).toBeGreaterThan(1000)
  })

  it.each<[yaml: string, data: unknown]>([
    ['title: Il ponte è aperto, dice il sindaco', { title: 'Il ponte è aperto, dice il sindaco' }],
    [`title: "L'ora: le otto # e un quarto"`, { title: "L'ora: le otto # e un quarto" }],
    [`title: 'Si dice "ponte"'`, { title: 'Si dice "ponte"' }],
    [
      'date: 2026-02-28T10:00:00+01:00\nversion: 1.10',
      { date: '2026-02-28T10:00:00+01:00', version: '1.10' },
    ],
    ['draft: false\nsummary:\nimage: /cover.jpg', { draft: false, summary: null, image: '/cover.jpg' }],
    ['tags: [ponti, "due parole", true]\nempty: []', { tags: ['ponti', 'due parole', true], empty: [] }],
  ])('reads %j', (yaml, data) => {
    expect(readPlainYaml(yaml)).toStrictEqual(data)
  })

  it.each([
    ...[
      '',
      'a: b\na: c',
      'a:\n  b: c',
      'a: b\n  c',
      'a: b # c',
      'a: b: c',
      'a: b:',
      'a: b ',
      'a:\tb',
      '- a',
      'a',
    ],
    ...[
      'a: |\n  b',
      'a: *b',
      'a: &b c',
      'a: !!int 1',
      '<<: a',
      '"a": b',
      '? a\n: b',
      '--- a',
      'a: "b" c',
      "a: 'b''c'",
    ],
    ...[
      'a: "b\\n"',
      'a: [b, [c]]',
      'a: [b, c: d]',
      'a: ["b, c"]',
      'a: [b,]',
      'a: {b: c}',
      'a: ~',
      'null: a',
      '...\na: b',
    ],
  ])('leaves %j to the parser', (yaml) => {
    expect(readPlainYaml(yaml)).toBeUndefined()
  })

  it('tells where a setting is as the parser does', () => {
    const yaml = 'title: Ponti\ntags: [uno, due]'
    const { settings } = parseYamlSettings(yaml, 2)
    expect(settings?.locate(['tags', 1], 'value')).toStrictEqual({ line: 3, column: 13 })
    expect(settings?.locate(['title'], 'name')).toStrictEqual({ line: 2, column: 1 })
  })
})
