import { en } from './en.ts'
import { it } from './it.ts'
import type { Locale } from './locale.ts'

/** The languages of the interface, a row each, by the primary language of a BCP 47 tag. */
export const LOCALES: ReadonlyMap<string, Locale> = new Map([
  ['en', en],
  ['it', it],
])

/** The words for a BCP 47 tag: those of its primary language, English where there are none. */
export function localeOf(language: string): Locale {
  return LOCALES.get(language.split('-')[0]?.toLowerCase() ?? '') ?? en
}
