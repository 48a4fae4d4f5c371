import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseLedger, renderLedger } from '../../src/ledger/ledger-codec.ts'
import type { Ledger } from '../../src/model/ledger.ts'
import { term } from '../../src/model/term.ts'
import { anEntryOf, day } from './an-entry.ts'

const LEDGER: Ledger = {
  authority: 'example.org',
  year: 2026,
  feed: { url: 'https://example.org', title: 'News', language: 'it' },
  changed: day(3),
  site: '0'.repeat(16),
  terms: [term('tag', 'C++'), term('author', 'Ada')],
  entries: ['a', 'b', 'c', 'd'].map((name, index) =>
    anEntryOf(name, { number: index + 1, dated: day(2), expires: day(30), withdrawn: day(4), told: day(5) }),
  ),
}
const TEXT = renderLedger(LEDGER)
const LINES = TEXT.split('\n')
/** The line of the entry a. */
const ENTRY = LINES.findIndex((line) => line.includes(':a"'))

function told(from: string | RegExp, to: string): readonly string[] {
  const line = LINES[ENTRY]?.replace(from, to) ?? ''
  expect(line).not.toBe(LINES[ENTRY])
  const { problems, ledger } = parseLedger(LINES.with(ENTRY, line).join('\n'))
  expect(ledger === undefined).toBe(problems.length > 0)
  return problems.map((problem) => `${problem.line}:${problem.column} ${problem.message}`)
}

describe('parseLedger(), by ranges', () => {
  it.each([
    ['1000000000', 'expected a number up to 10000 in a ledger of 4 articles'],
    ['10001', 'expected a number up to 10000 in a ledger of 4 articles'],
    ['9007199254740991', 'expected a number up to 10000 in a ledger of 4 articles'],
    ['9007199254740993', 'expected a whole number'],
    ['1e400', 'expected a whole number'],
    ['0', 'expected a number from 1 on'],
    ['-1', 'expected a number from 1 on'],
    ['1.5', 'expected a whole number'],
    ['"1"', 'expected a whole number'],
    ['[1]', 'expected a whole number'],
  ])('refuses %s for a number', (number, message) => {
    expect(told('"number":1', `"number":${number}`)).toEqual([
      `${ENTRY + 1}:2 Cannot read this line of the ledger at "number": ${message}. Restore ledger.json from version control.`,
    ])
  })

  it('takes the number of a ledger that once had more articles', () => {
    expect(told('"number":1', '"number":10000')).toEqual([])
  })

  it.each([
    ['"published":"', '"published":"+'],
    [/"published":"\d{4}/, '"published":"0000'],
    [/"published":"\d{4}/, '"published":"-0001'],
    [/"published":"\d{4}/, '"published":"+010000'],
    [/"expires":"\d{4}-\d\d-\d\d/, '"expires":"2026-02-30'],
    [/"told":"[^"]*"/, '"told":1767268800000'],
    [/"dated":"[^"]*"/, `"dated":"${'2'.repeat(100_000)}"`],
    [/"slug":"a"/, `"slug":"${'a'.repeat(2001)}"`],
    [/"path":"[^"]*"/, `"path":"${'a'.repeat(10_001)}"`],
    [/"id":"tag:/, `"id":"tag:${'a'.repeat(10_000)}`],
    [/"slug":"a"/, '"slug":"a","kind":"tag"'],
    [/"slug":"a"/, '"slug":"a","__proto__":{}'],
    [/"slug":"a"/, '"slug":"a","constructor":1'],
    [/"slug":"a"/, `"slug":"a","${'k'.repeat(100_000)}":1`],
    [/"slug":"a"/, `"slug":"a","former":[${'1,'.repeat(10_000)}1]`],
    [/"slug":"a"/, `"slug":"a","former":${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ])('refuses %s written as %.40s, in few words, with its line', (from, to) => {
    const problems = told(from, to)
    expect(problems.length).toBeGreaterThan(0)
    expect(problems.length).toBeLessThanOrEqual(10)
    for (const problem of problems) {
      expect(problem).toMatch(new RegExp(`^${ENTRY + 1}:2 Cannot read this line of the ledger`))
      expect(problem.length).toBeLessThan(500)
    }
  })

  it.each([
    ['"title":"News"', `"title":"${'a'.repeat(10_001)}"`],
    ['"language":"it"', `"language":"${'a'.repeat(101)}"`],
    ['"authority":"example.org"', `"authority":"${'a'.repeat(254)}"`],
    ['"url":"https://example.org"', `"url":"https://example.org/${'a'.repeat(2048)}"`],
    ['"year":2026', '"year":10000'],
    ['"name":"Ada"', `"name":"${'a'.repeat(10_001)}"`],
    ['"kind":"author"', '"kind":"reader"'],
    ['"slug":"ada"', `"slug":"${'a'.repeat(2001)}"`],
  ])('refuses %s written as %.40s', (from, to) => {
    const { problems } = parseLedger(TEXT.replace(from, to))
    expect(problems).toHaveLength(1)
    expect(LINES[(problems[0]?.line ?? 0) - 1]).toContain(from)
  })

  it('gives a ledger or problems with a line of the file, whatever is done to it', () => {
    const place = fc.nat({ max: TEXT.length })
    const piece = fc.oneof(
      fc.constantFrom(
        ...['"', ',', '{', '}', '[', ']', '\n', '\\', ':', '-', '1e9', '9007199254740991', 'null'],
      ),
      fc.constantFrom(
        ...['"number":1e15,', '<<<<<<<\n', '"kind":"tag",', ' '.repeat(2000), ','.repeat(2000)],
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    )
    const change = fc.record({ at: place, removed: fc.nat({ max: 40 }), piece })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const text = changes.reduce(
          (before, { at, removed, piece: added }) => before.slice(0, at) + added + before.slice(at + removed),
          TEXT,
        )
        const { ledger, problems } = parseLedger(text)
        expect(ledger === undefined).toBe(problems.length > 0)
        const count = text.split('\n').length
        for (const { line = 0, message } of problems) {
          expect(line).toBeGreaterThan(0)
          expect(line).toBeLessThanOrEqual(count)
          expect(message).not.toMatch(/\n {4}at /)
        }
      }),
      { numRuns: 3000 },
    )
  })
})
