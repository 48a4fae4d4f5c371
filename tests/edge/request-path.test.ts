import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseResourcePath } from '../../src/edge/request-path.ts'

describe('parseResourcePath', () => {
  it.each([
    ['/', '/', ''],
    ['/feed', '/feed', ''],
    ['/feed.rss', '/feed', 'rss'],
    ['/articles/x.md', '/articles/x', 'md'],
    ['/media/0a1b.jpg', '/media/0a1b', 'jpg'],
    ['/a.b/c', '/a.b/c', ''],
    ['/.rss', '/.rss', ''],
    ['/feed.RSS', '/feed.RSS', ''],
    ['/articles/perch%C3%A9', '/articles/perché', ''],
    ['/articles/perche%CC%81', '/articles/perché', ''],
    ['/x%0A.md', '/x\n', 'md'],
  ])('reads %s as %j in the form %j', (path, stem, form) => {
    expect(parseResourcePath(path)).toEqual({ stem, form })
  })

  it('leaves more marks on a letter than any language has as they came', () => {
    const marks = '\u0301\u0323'.repeat(16)
    expect(parseResourcePath(`/a${encodeURIComponent(marks)}`)).toEqual({ stem: `/a${marks}`, form: '' })
  })

  it('gives nothing for a broken percent-encoding', () => {
    expect(parseResourcePath('/%')).toBeUndefined()
    expect(parseResourcePath('/%ff')).toBeUndefined()
  })

  it('throws for no path', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (path) => void parseResourcePath(path)))
  })
})
