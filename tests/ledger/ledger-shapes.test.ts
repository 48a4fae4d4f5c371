import { describe, expect, it } from 'vitest'
import { parseLedger, renderLedger } from '../../src/ledger/ledger-codec.ts'

const FEED =
  '"authority":"example.org","year":2026,"url":"https://example.org","title":"News","language":"en"'
const ENTRY = `"slug":"a","path":"a.md","published":"2026-01-01T12:00:00.000Z","digest":"${'0'.repeat(32)}","updated":"2026-01-01T12:00:00.000Z","changed":"2026-01-01T12:00:00.000Z"`
const LATER = `"number":1,"text":"${'1'.repeat(16)}"`

const lines = (...all: readonly string[]) => `[${all.join('\n,')}\n]\n`

/** A ledger of each shape that a version has written, the oldest first. */
const SHAPES: readonly (readonly [what: string, text: string])[] = [
  [
    'without rules, numbers and moments of change',
    lines('"strillone-ledger-1"', `{${FEED}}`, `{"id":"tag:example.org,2026:a",${ENTRY}}`),
  ],
  [
    'with terms, numbers and digests of texts',
    lines(
      '"strillone-ledger-1"',
      `{${FEED},"changed":"2026-01-02T12:00:00.000Z","site":"${'2'.repeat(16)}"}`,
      '{"kind":"tag","slug":"harbour","name":"Harbour"}',
      `{"id":"tag:example.org,2026:a",${ENTRY},${LATER}}`,
    ),
  ],
  [
    'with rules of reading',
    lines(
      '"strillone-ledger-1"',
      `{${FEED},"rules":2}`,
      `{"id":"tag:example.org,2026:a",${ENTRY},"rules":2,"kept":{"slug":"b"}}`,
    ),
  ],
  [
    'with ids that are no URIs',
    lines('"strillone-ledger-2"', `{${FEED},"rules":2}`, `{"id":"64f0c1",${ENTRY},${LATER}}`),
  ],
  [
    'with a kept id that is no URI',
    lines(
      '"strillone-ledger-2"',
      `{${FEED},"rules":2}`,
      `{"id":"tag:example.org,2026:a",${ENTRY},"rules":2,"kept":{"id":"64f0c1"}}`,
    ),
  ],
]

describe.each(SHAPES)('a ledger %s', (_what, text) => {
  it('is read, and written in the oldest format that can say it', () => {
    const { ledger, problems } = parseLedger(text)
    expect(problems).toEqual([])
    const written = ledger === undefined ? '' : renderLedger(ledger)
    expect(written.slice(0, 21)).toBe(text.slice(0, 21))
    expect(parseLedger(written).ledger).toEqual(ledger)
  })

  it.each([
    ['its format', text.replace(/ledger-\d/, 'ledger-3')],
    ['the rules of its feed', text.replace(/"language":"en"(?:,"rules":\d+)?/, '"language":"en","rules":9')],
    ['the rules of a line', text.replace(/("slug":"a".*?"changed":"[^"]*")(?:,"rules":2)?/, '$1,"rules":9')],
  ])('is refused where %s is newer than ours', (_which, newer) => {
    expect(newer).not.toBe(text)
    const { ledger, problems } = parseLedger(newer)
    expect(ledger).toBeUndefined()
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/A newer Strillone wrote it: update yours\.$/),
    ])
  })
})

it('keeps an id that is composed otherwise, whatever reads the file', () => {
  const id = 'https://old.test/e\u0301'
  const { ledger } = parseLedger(lines('"strillone-ledger-2"', `{${FEED}}`, `{"id":"${id}",${ENTRY}}`))
  const written = ledger === undefined ? '' : renderLedger(ledger)
  expect(written.normalize('NFC')).toBe(written)
  expect(parseLedger(written).ledger?.entries[0]?.id).toBe(id)
})
