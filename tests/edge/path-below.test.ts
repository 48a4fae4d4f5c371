import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OUTSIDE, pathBelow, withoutExtraSlashes } from '../../src/edge/request-path.ts'

describe('pathBelow()', () => {
  it.each([
    ['', 'https://example.org/feed.rss', '/feed.rss'],
    ['', 'https://example.org/feed.rss?limit=3', '/feed.rss'],
    ['', 'http://127.0.0.1:8787/articles/perch%C3%A9', '/articles/perch%C3%A9'],
    ['', 'https://example.org/', '/'],
    ['', 'https://example.org', '/'],
    ['', 'https://example.org/tags/', '/tags/'],
    ['/news', 'https://example.org/news', '/'],
    ['/news', 'https://example.org/news/feed', '/feed'],
    ['/news', 'https://example.org/newsletter', OUTSIDE],
    ['/news', 'https://example.org/', OUTSIDE],
    ['/news', 'https://example.org//x', OUTSIDE],
    ['', `https://example.org/${'a'.repeat(4096)}`, OUTSIDE],
    ['', `https://example.org/a?${'a'.repeat(9000)}`, '/a'],
    ['', 'no URL', OUTSIDE],
    ['', 'https://example.org/a/../feed', '/feed'],
    ['', 'https://example.org/a/%2e%2E/feed', '/feed'],
    ['', 'https://example.org/a\\..\\feed#x', '/feed'],
  ])('below %j takes %s for %j', (basePath, url, path) => {
    expect(pathBelow(basePath, url)).toBe(path)
  })

  it('gives what a parser of URLs gives', () => {
    const part = fc.constantFrom(
      'a',
      'Z9',
      '.',
      '..',
      '%2e',
      '%2E%2e',
      '-',
      '~',
      '_',
      '\\',
      '?',
      '#',
      ' ',
      'è',
      '/',
      '%',
      '',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const url = `https://example.org/${parts.join('')}`
        expect(pathBelow('', url)).toBe(new URL(url).pathname)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('withoutExtraSlashes()', () => {
  it.each([
    ['/x', '/x'],
    ['/x/', '/x'],
    ['/x//y///', '/x/y'],
    ['//x', '/x'],
    ['///', '/'],
    ['/', '/'],
    ['/x/%2F/y', '/x/%2F/y'],
  ])('makes %j %j', (path, without) => {
    expect(withoutExtraSlashes(path)).toBe(without)
  })
})

describe('pathBelow() of a site that is below another', () => {
  it.each([
    ['//blog/feed.rss', '//feed.rss'],
    ['/blog//feed.rss', '//feed.rss'],
    ['//blog//feed.rss/', '//feed.rss'],
    ['//blogs/feed.rss', OUTSIDE],
    ['//', OUTSIDE],
  ])('finds below /blog in %j %j', (path, below) => {
    expect(pathBelow('/blog', `https://example.org${path}`)).toBe(below)
  })
})
