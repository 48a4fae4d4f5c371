import { describe, expect, it } from 'vitest'
import { acceptsCoding, isWantedMore, parseAccept, preferenceFor } from '../../../src/edge/http/accept.ts'

describe('preferenceFor', () => {
  it.each([
    [undefined, 'text/html', 1],
    ['', 'text/html', 1],
    ['*/*', 'text/html', 1],
    ['text/*;q=0.5', 'text/html', 0.5],
    ['text/html;q=0.3, text/*;q=0.9, */*', 'text/html', 0.3],
    ['*/*;q=0.1, text/*;q=0.2', 'text/html', 0.2],
    ['application/rss+xml', 'text/html', 0],
    ['text/html;q=0', 'text/html', 0],
    ['TEXT/HTML ; Q=0.7', 'text/html', 0.7],
    ['text/html;level=1;q=0.4', 'text/html', 0.4],
    ['text/html;q=2', 'text/html', 1],
    ['text/html;q=abc', 'text/html', 1],
    [',, ,text/html', 'text/html', 1],
    [',, ,', 'text/html', 1],
    [`${'a/b, '.repeat(49)}text/html`, 'text/html', 1],
    [`${'a/b, '.repeat(50)}text/html`, 'text/html', 0],
  ])('reads %j for %s as %d', (accept, type, quality) => {
    expect(preferenceFor(parseAccept(accept), type).quality).toBe(quality)
  })
})

describe('isWantedMore', () => {
  it.each([
    ['text/markdown, text/html', 'text/markdown', 'text/html', true],
    ['text/markdown, text/html', 'text/html', 'text/markdown', false],
    ['*/*, text/markdown', 'text/markdown', 'text/html', true],
    ['*/*, text/*', 'text/html', 'image/png', true],
    ['text/*, text/markdown', 'text/markdown', 'text/html', true],
    ['text/markdown;q=0.9, */*', 'text/markdown', 'text/html', false],
    ['*/*', 'text/markdown', 'text/html', false],
    [undefined, 'text/markdown', 'text/html', false],
  ])('finds in %j that %s is wanted more than %s: %s', (accept, one, other, isMore) => {
    const parsed = parseAccept(accept)
    expect(isWantedMore(preferenceFor(parsed, one), preferenceFor(parsed, other))).toBe(isMore)
  })
})

describe('acceptsCoding', () => {
  it.each([
    [undefined, false],
    ['', false],
    ['gzip', true],
    ['br, gzip;q=0.5', true],
    ['gzip;q=0', false],
    ['gzip;q=0, *', false],
    ['*', true],
    ['*;q=0', false],
    ['br', false],
    ['identity', false],
    ['GZIP', true],
  ])('reads %j as %s for gzip', (header, accepted) => {
    expect(acceptsCoding(header, 'gzip')).toBe(accepted)
  })
})
