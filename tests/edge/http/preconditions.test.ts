import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluatePreconditions, type Validators } from '../../../src/edge/http/preconditions.ts'
import { instant } from '../../../src/model/instant.ts'

const CHANGED = instant(Date.UTC(2025, 11, 28, 11, 0, 0, 250))
const representation = { etag: 'abc', lastModified: CHANGED }

function isNotModified(headers: Headers, validators: Validators = representation): boolean {
  return evaluatePreconditions(headers, validators) === 'not-modified'
}

describe('evaluatePreconditions', () => {
  it.each([
    ['the tag', '"abc"', true],
    ['the tag, weak', 'W/"abc"', true],
    ['another tag', '"abd"', false],
    ['a list that holds it', '"x", W/"abc", "y"', true],
    ['a list that does not', '"x", "y"', false],
    ['a list with a comma in a tag', '"a,b", "abc"', true],
    ['a tag that holds it in its text', '"xabc", "abcx", "a,abc"', false],
    ['the star', '*', true],
    ['the star in quotes', '"*"', false],
    ['the tag without its quotes', 'abc', true],
    ['the weak tag without its quotes', 'W/abc', true],
    ['nothing', '', false],
    ['an open quote', '"abc', true],
  ])('compares If-None-Match with %s', (_name, header, notModified) => {
    expect(isNotModified(new Headers({ 'If-None-Match': header }), representation)).toBe(notModified)
  })

  it.each(
    ['-gzip', '--gzip', ';gzip', ':gzip', '+gzip', '-br', ';br', '-zstd', '-deflate', '-GZIP'].flatMap(
      (suffix) => [
        [`"abc${suffix}"`, true] as const,
        [`W/"abc${suffix}"`, true] as const,
        [`abc${suffix}`, true] as const,
        [`"x", W/"abc${suffix}", "y"`, true] as const,
        [`"xabc${suffix}"`, false] as const,
        [`"abc${suffix}x"`, false] as const,
        [`"abc", "x${suffix}"`, true] as const,
      ],
    ),
  )('knows its tag with what a proxy appended: %s is %s', (header, notModified) => {
    expect(isNotModified(new Headers({ 'If-None-Match': header }), representation)).toBe(notModified)
  })

  it.each([
    ['the same second', 'Sun, 28 Dec 2025 11:00:00 GMT', true],
    ['a later moment', 'Mon, 29 Dec 2025 00:00:00 GMT', true],
    ['an earlier second', 'Sun, 28 Dec 2025 10:59:59 GMT', false],
    ['the obsolete RFC 850 format', 'Sunday, 28-Dec-25 11:00:00 GMT', true],
    ['the obsolete asctime format', 'Sun Dec 28 11:00:00 2025', true],
    ['no date', 'yesterday', false],
    ['a number', '1766919600', false],
    ['an ISO date', '2025-12-28T11:00:00Z', false],
    ['a day that there is not', 'Sun, 99 Dec 2025 11:00:00 GMT', false],
    ['a day that its month has not', 'Mon, 31 Feb 2031 00:00:00 GMT', false],
    ['an hour that there is not', 'Mon, 29 Dec 2031 24:00:00 GMT', false],
    ['words and a year', 'Foo 2031', false],
    ['another zone', 'Mon, 29 Dec 2031 00:00:00 CET', false],
    ['something after the date', 'Mon, 29 Dec 2031 00:00:00 GMT; length=5', false],
    ['a two-digit year of the last century', 'Sunday, 28-Dec-99 11:00:00 GMT', false],
    ['nothing', '', false],
  ])('compares If-Modified-Since with %s', (_name, header, notModified) => {
    expect(isNotModified(new Headers({ 'If-Modified-Since': header }), representation)).toBe(notModified)
  })

  it('lets If-None-Match decide where both are there', () => {
    const later = 'Mon, 29 Dec 2025 00:00:00 GMT'
    expect(
      isNotModified(new Headers({ 'If-None-Match': '"x"', 'If-Modified-Since': later }), representation),
    ).toBe(false)
    expect(
      isNotModified(
        new Headers({ 'If-None-Match': '"abc"', 'If-Modified-Since': 'Thu, 01 Jan 1970 00:00:00 GMT' }),
        representation,
      ),
    ).toBe(true)
  })

  it('is false without either', () => {
    expect(isNotModified(new Headers(), representation)).toBe(false)
  })

  it.each([
    ['a weak tag, even its own', { 'If-Match': 'W/"abc"' }, 'failed'],
    ['a strong tag of the same text', { 'If-Match': '"abc"' }, 'failed'],
    ['the star', { 'If-Match': '*' }, 'proceed'],
    ['the star and a tag that it has', { 'If-Match': '*', 'If-None-Match': '"abc"' }, 'not-modified'],
    ['a failed If-Match and a tag that it has', { 'If-Match': '"x"', 'If-None-Match': '"abc"' }, 'failed'],
    [
      'unmodified since the same second',
      { 'If-Unmodified-Since': 'Sun, 28 Dec 2025 11:00:00 GMT' },
      'proceed',
    ],
    [
      'unmodified since an earlier second',
      { 'If-Unmodified-Since': 'Sun, 28 Dec 2025 10:59:59 GMT' },
      'failed',
    ],
    ['unmodified since no date', { 'If-Unmodified-Since': 'long ago' }, 'proceed'],
    [
      'If-Match before If-Unmodified-Since',
      { 'If-Match': '*', 'If-Unmodified-Since': 'Thu, 01 Jan 1970 00:00:00 GMT' },
      'proceed',
    ],
  ])('evaluates %s', (_name, headers: Record<string, string>, outcome) => {
    expect(evaluatePreconditions(new Headers(headers), representation)).toBe(outcome)
  })

  it.each(['If-Modified-Since', 'If-Unmodified-Since'])('asks nothing by %s of what has no date', (name) => {
    for (const date of [
      'Sun, 28 Dec 2025 11:00:00 GMT',
      'Thu, 01 Jan 1970 00:00:00 GMT',
      'Sat, 01 Jan 1966 00:00:00 GMT',
    ])
      expect(
        evaluatePreconditions(new Headers({ [name]: date }), { etag: 'abc', lastModified: undefined }),
      ).toBe('proceed')
  })

  it('throws for no header', () => {
    const printable = fc.string({
      unit: fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code)),
    })
    fc.assert(
      fc.property(printable, printable, (match, since) => {
        evaluatePreconditions(
          new Headers({ 'If-Match': since, 'If-None-Match': match, 'If-Modified-Since': since }),
          representation,
        )
      }),
    )
  })
})
