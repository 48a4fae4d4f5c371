import { describe, expect, it } from 'vitest'
import { directionOf, languageAttributes } from '../../../src/pages/parts/direction.ts'

describe('directionOf', () => {
  it.each([
    ['it', 'ltr'],
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['FA', 'rtl'],
    ['ckb', 'rtl'],
    ['ur-Latn', 'ltr'],
    ['az-Arab-IR', 'rtl'],
    ['ks-Deva', 'ltr'],
    ['zh-Hant', 'ltr'],
    ['', 'ltr'],
  ])('%s goes %s', (language, direction) => {
    expect(directionOf(language)).toBe(direction)
  })
})

describe('languageAttributes', () => {
  it('tells a language within another, and is silent within its own', () => {
    expect(String(languageAttributes('ar', 'it'))).toBe(' lang="ar" dir="rtl"')
    expect(languageAttributes('it', 'it')).toBe('')
  })
})
