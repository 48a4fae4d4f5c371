import { describe, expect, it } from 'vitest'
import { slugify } from '../../../src/content/article/choose-slug.ts'
import { ADDRESSES, stemPath } from '../../../src/model/addresses.ts'
import { termSlug } from '../../../src/model/term-slug.ts'

/** A name in each script, and the two addresses that decision 0028 gives it: an article's, and a term's. */
const NAMES = [
  ['日本語', 'ribenyu', '日本語'],
  ['日本语', 'ribenyu', '日本语'],
  ['Привет', 'privet', 'привет'],
  ['Ελλάδα', 'ellada', 'ελλάδα'],
  ['한국어', 'hangugeo', '한국어'],
  ['Città', 'citta', 'citta'],
] as const

describe('addresses in other scripts', () => {
  it.each(NAMES)('of %s are %s of an article and %s of a term', (name, ofArticle, ofTerm) => {
    expect([slugify(name), termSlug(name)]).toEqual([ofArticle, ofTerm])
  })

  it('are those of articles as they are copied, without percent-encoding', () => {
    for (const [name] of NAMES) {
      const stem = ADDRESSES.article.stemOf(slugify(name) ?? expect.fail())
      expect(stemPath(stem)).toBe(stem)
    }
  })

  it('tell apart the terms that have different names', () => {
    expect(new Set(NAMES.map(([name]) => termSlug(name))).size).toBe(NAMES.length)
  })
})
