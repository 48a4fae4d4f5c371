import { describe, expect, it } from 'vitest'
import { languageName, openGraphLocale } from '../../../src/pages/locales/language-name.ts'

describe('languageName', () => {
  it.each([
    ['it', 'Italiano'],
    ['EN', 'English'],
    ['pt-BR', 'Português (BR)'],
    ['zh-Hant-TW', '中文 (Hant-TW)'],
    ['tlh', 'tlh'],
  ])('calls %s %s', (language, name) => {
    expect(languageName(language)).toBe(name)
  })
})

describe('openGraphLocale', () => {
  it.each([
    ['it', 'it_IT'],
    ['it-CH', 'it_CH'],
    ['zh-Hant-tw', 'zh_TW'],
    ['es-419', 'es_419'],
    ['sr-Latn', 'sr_RS'],
    ['tlh', 'tlh'],
  ])('writes %s as %s', (language, locale) => {
    expect(openGraphLocale(language)).toBe(locale)
  })
})
