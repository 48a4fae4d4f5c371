import { ARABIC } from './arabic.ts'
import { CHINESE } from './chinese.ts'
import { ENGLISH } from './english.ts'
import { FRENCH } from './french.ts'
import { GERMAN } from './german.ts'
import { HEBREW } from './hebrew.ts'
import { ITALIAN } from './italian.ts'
import { JAPANESE } from './japanese.ts'
import { KOREAN } from './korean.ts'
import { PERSIAN } from './persian.ts'
import { PORTUGUESE } from './portuguese.ts'
import { RUSSIAN } from './russian.ts'
import { SPANISH } from './spanish.ts'
import type { WordsOfALanguage } from './words-of-a-language.ts'

/** The languages that the folder is written in, by their codes. */
export const LOCALES = {
  en: ENGLISH,
  it: ITALIAN,
  fr: FRENCH,
  de: GERMAN,
  es: SPANISH,
  pt: PORTUGUESE,
  ar: ARABIC,
  he: HEBREW,
  fa: PERSIAN,
  ja: JAPANESE,
  zh: CHINESE,
  ko: KOREAN,
  ru: RUSSIAN,
} as const satisfies Record<string, WordsOfALanguage>

/** The code of one of them. */
export type LanguageCode = keyof typeof LOCALES

/** All codes, in the order in which the folder uses them. */
export const LANGUAGE_CODES: readonly LanguageCode[] = [
  'en',
  'it',
  'fr',
  'de',
  'es',
  'pt',
  'ar',
  'he',
  'fa',
  'ja',
  'zh',
  'ko',
  'ru',
]
