import { describe, expect, it } from 'vitest'
import { decodeText } from '../../src/content/source/decode-text.ts'
import { parseLedger, renderLedger } from '../../src/ledger/ledger-codec.ts'
import type { Slug } from '../../src/model/article.ts'
import type { Ledger } from '../../src/model/ledger.ts'
import { aSeed } from '../support/a-seed.ts'
import { inManyRounds } from '../support/rounds.ts'
import { anEntryOf, day } from './an-entry.ts'
import { anyLedger } from './any-entry.ts'

const LEDGER: Ledger = {
  authority: 'example.org',
  year: 2026,
  feed: { url: 'https://example.org', title: 'Il “Corriere”', language: 'it' },
  terms: [],
  entries: [
    anEntryOf('a', { digest: '0'.repeat(32) }),
    anEntryOf('b', {
      ...{ digest: '1'.repeat(32), inFeeds: false, formerSlugs: ['old' as Slug], dated: day(2) },
      ...{ expires: day(30), withdrawn: day(4), changed: day(4) },
    }),
  ],
}

const TEXT = `["strillone-ledger-1"
,{"authority":"example.org","year":2026,"url":"https://example.org","title":"Il “Corriere”","language":"it"}
,{"id":"tag:example.org,2026:a","slug":"a","path":"a.md","published":"2026-01-01T12:00:00.000Z","number":1,"digest":"00000000000000000000000000000000","updated":"2026-01-01T12:00:00.000Z","changed":"2026-01-01T12:00:00.000Z"}
,{"id":"tag:example.org,2026:b","slug":"b","former":["old"],"path":"b.md","published":"2026-01-01T12:00:00.000Z","number":1,"dated":"2026-01-02T12:00:00.000Z","expires":"2026-01-30T12:00:00.000Z","feed":false,"digest":"11111111111111111111111111111111","updated":"2026-01-01T12:00:00.000Z","changed":"2026-01-04T12:00:00.000Z","withdrawn":"2026-01-04T12:00:00.000Z"}
]
`
const LINES = TEXT.split('\n')

/** The text with one line put in the place of another, which is counted from 1. */
const withLine = (number: number, line: string) => LINES.with(number - 1, line).join('\n')

/** Where each mistake is, and what is said of it. */
const mistakes = (text: string) =>
  parseLedger(text).problems.map(({ line, column, message }) => `${line}:${column} ${message}`)

describe('renderLedger()', () => {
  it('writes an entry a line, with its comma first', () => {
    expect(renderLedger(LEDGER)).toBe(TEXT)
  })

  it('writes JSON', () => {
    expect(JSON.parse(renderLedger(LEDGER))).toHaveLength(4)
  })

  it('writes entries in the order of their ids', () => {
    expect(renderLedger({ ...LEDGER, entries: LEDGER.entries.toReversed() })).toBe(TEXT)
  })
})

describe('parseLedger()', () => {
  it('reads the same text once, and another anew', () => {
    const [one, other] = ['["strillone-ledger-0"]\n', '[]\n']
    const read = parseLedger(one)
    expect(parseLedger(`${one}`)).toBe(read)
    expect(parseLedger(other)).not.toEqual(read)
    expect(parseLedger(one)).toEqual(read)
  })

  it('reads what was written', async () => {
    await inManyRounds((dice) => {
      const ledger = anyLedger(dice)
      expect(parseLedger(renderLedger(ledger)).ledger).toEqual(ledger)
    })
  })

  it('reads what was written as a seed is decoded', async () => {
    await inManyRounds((dice) => {
      const ledger = anyLedger(dice)
      const { text, problems } = decodeText(aSeed('ledger.json', renderLedger(ledger)))
      expect([parseLedger(text).ledger, problems]).toEqual([ledger, []])
    }, 100)
  })

  it('reads lines in any order, as often as they are there', () => {
    const shuffled = [...LINES.toReversed(), ...LINES].join('\n')
    expect(parseLedger(shuffled)).toMatchObject({ ledger: LEDGER, problems: [] })
  })

  it('reads a merge of two branches from which the marks are gone', () => {
    const other = LINES[2]
      ?.replace('"slug":"a"', '"slug":"z"')
      .replace(/"changed":"2026-01-01/, '"changed":"2026-01-02')
    const { ledger } = parseLedger(withLine(3, `${LINES[2]}\n${other}`))
    expect(ledger?.entries[0]).toMatchObject({ slug: 'z', formerSlugs: ['a'] })
  })

  it('reads what a formatter has spread over more lines', () => {
    expect(parseLedger(JSON.stringify(JSON.parse(TEXT), undefined, 2)).ledger).toEqual(LEDGER)
    expect(parseLedger(JSON.stringify(JSON.parse(TEXT))).ledger).toEqual(LEDGER)
  })

  it('tells where the line of an id is', () => {
    expect([...parseLedger(TEXT).places]).toEqual([
      ['tag:example.org,2026:a', { line: 3, column: 2 }],
      ['tag:example.org,2026:b', { line: 4, column: 2 }],
    ])
  })

  it('gives no ledger where there is a mistake', () => {
    expect(parseLedger(withLine(3, ',{"id":}')).ledger).toBeUndefined()
  })

  it.each([
    [
      'the marks of a merge',
      withLine(3, `<<<<<<< HEAD\n${LINES[2]}\n=======\n${LINES[2]}\n>>>>>>> other`),
      [
        '3:1 Cannot read the ledger: a merge has left its marks here. Keep every line of both sides, without the three marker lines (<<<<<<<, =======, >>>>>>>): the sides are merged when they are read.',
      ],
    ],
    [
      'the marks of a merge with its ancestor',
      withLine(
        3,
        `<<<<<<< HEAD\n${LINES[2]}\n||||||| base\n${LINES[2]}\n=======\n${LINES[2]}\n>>>>>>> other`,
      ),
      [expect.stringMatching(/^3:1 .* without the four marker lines .* between \|{7} and =======/)],
    ],
    [
      'what is no JSON',
      withLine(3, ',{"id":}'),
      ['3:2 Cannot read this line: it is not JSON. Restore ledger.json from version control.'],
    ],
    [
      'every mistake of a line',
      withLine(3, LINES[2]?.replace('"slug":"a"', '"slug":"A b"').replace('2026-01-01', '2026-02-30') ?? ''),
      [
        '3:2 Cannot read this line of the ledger at "slug": expected a slug of at most 2000 characters, as my-first-article. Restore ledger.json from version control.',
        '3:2 Cannot read this line of the ledger at "published": expected a moment, as 2026-02-28T11:00:00.000Z. Restore ledger.json from version control.',
      ],
    ],
    [
      'mistakes of several lines',
      `${withLine(2, ',{"authority":1}')}x`,
      [expect.stringMatching(/^6:1 /), ...Array.from({ length: 5 }, () => expect.stringMatching(/^2:2 /))],
    ],
    [
      'a newer format',
      withLine(1, '["strillone-ledger-3"'),
      [
        '1:2 Cannot read the ledger: its format is "strillone-ledger-3", and we read strillone-ledger-1 and strillone-ledger-2. A newer Strillone wrote it: update yours.',
      ],
    ],
    [
      'an older format',
      withLine(1, '["strillone-ledger-0"'),
      [
        '1:2 Cannot read the ledger: its format is "strillone-ledger-0", and we read strillone-ledger-1 and strillone-ledger-2. Restore ledger.json from version control.',
      ],
    ],
    [
      'a missing format',
      withLine(1, ''),
      [expect.stringMatching(/^1:1 Cannot read the ledger: its first line, the format is missing\./)],
    ],
    [
      'a missing feed',
      withLine(2, ''),
      [expect.stringMatching(/^1:1 Cannot read the ledger: the line of the feed is missing\./)],
    ],
    ['nothing', '', [expect.stringMatching(/^1:1 /)]],
    [
      'an empty map',
      '{}\n',
      [expect.stringMatching(/^1:1 Cannot read the ledger: its first line, the format/)],
    ],
    ['an empty map in two lines', '{\n}\n', [expect.stringMatching(/^1:1 /)]],
    ['an empty list', '[]\n', [expect.stringMatching(/^1:1 /)]],
  ])('tells %s', (_what, text, expected) => {
    expect(mistakes(text)).toEqual(expected)
  })

  it.each([
    ['"id":"tag:example.org,2026:a"', '"id":" "'],
    ['"id":"tag:example.org,2026:a"', '"id":"a\\nb"'],
    ['"id":"tag:example.org,2026:a"', '"id":"a\\u0001"'],
    ['"path":"a.md"', '"path":""'],
    ['"digest":"0', '"digest":"x'],
    ['"digest":"', '"text":"0","digest":"'],
    ['T12:00:00.000Z"', 'T12:00:00Z"'],
    ['"slug":"a"', '"slug":"a","unknown":1'],
    [',"slug":"a"', ''],
  ])('refuses an entry with %s written as %s', (right, wrong) => {
    expect(mistakes(withLine(3, LINES[2]?.replace(right, wrong) ?? ''))).toHaveLength(1)
  })

  it.each([
    ['"url":"https://example.org"', '"url":"https://example.org/"'],
    ['"url":"https://example.org"', '"url":"ftp://example.org"'],
    ['"year":2026', '"year":2026.5'],
    ['"authority":"example.org"', '"authority":"a b"'],
  ])('refuses a feed with %s written as %s', (right, wrong) => {
    expect(mistakes(withLine(2, LINES[1]?.replace(right, wrong) ?? ''))).toHaveLength(1)
  })
})
