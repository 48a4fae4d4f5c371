import { en } from './en.ts'
import type { Locale } from './locale.ts'
import { LOCALES } from './locales.ts'

/** Returns the texts for a BCP 47 tag: those of its primary language, or the English ones if there are none. */
export function localeOf(language: string): Locale {
  return LOCALES.get(language.split('-')[0]?.toLowerCase() ?? '') ?? en
}
