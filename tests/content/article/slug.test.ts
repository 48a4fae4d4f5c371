import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slugify } from '../../../src/content/article/choose-slug.ts'
import { isSlug } from '../../../src/model/article.ts'
import { anyText } from '../prose/any-text.ts'

describe('slugify()', () => {
  it.each([
    ['L’università di Forlì: perché no?', 'l-universita-di-forli-perche-no'],
    ["l'età d'oro", 'l-eta-d-oro'],
    ['Straße nach Łódź', 'strasse-nach-lodz'],
    ['Crème brûlée & Œuvre', 'creme-brulee-oeuvre'],
    ['Привет, мир', 'privet-mir'],
    ['Η Αθήνα', 'i-athina'],
    ['北京', 'beijing'],
    ['東京', 'dongjing'],
    ['서울', 'seoul'],
    ['القاهرة', 'lqhrh'],
    ['Dal 1° gennaio 2026', 'dal-1-gennaio-2026'],
    ['  --A__b--  ', 'a-b'],
    ['10.000 soldati', '10-000-soldati'],
  ])('makes a name of %j', (text, slug) => {
    expect(slugify(text)).toBe(slug)
  })

  it.each(['', ' ', '!?…', '——', '\u0301', '\uD800'])('makes none of %j', (text) => {
    expect(slugify(text)).toBeUndefined()
  })

  it('gives composed and decomposed letters one name', () => {
    expect(slugify('perche\u0301')).toBe(slugify('perché'))
  })

  it('cuts a long name between words, and leaves no small word at its end', () => {
    const slug = slugify(`${'parola '.repeat(10)}per il resto della vita`)
    expect(slug).toBe('parola-'.repeat(10).slice(0, -1))
    expect(slugify('a'.repeat(200))).toHaveLength(80)
  })

  it('makes a slug of any text or none', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const slug = slugify(text)
        expect(slug === undefined || (isSlug(slug) && slug.length <= 80)).toBe(true)
      }),
    )
  })
})

describe('isSlug()', () => {
  it('takes ASCII letters, digits and single hyphens between them', () => {
    expect(['a', 'a-b', '2025-12-28', 'a1'].every(isSlug)).toBe(true)
    expect(['', '-', '-a', 'a-', 'a--b', 'A', 'è', 'a b', 'a.b', 'a/b', 'a\n'].some(isSlug)).toBe(false)
  })
})
