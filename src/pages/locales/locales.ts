import { en } from './en.ts'
import { it } from './it.ts'
import type { Locale } from './locale.ts'

/** The languages of the interface, by the primary language of a BCP 47 tag. */
export const LOCALES: ReadonlyMap<string, Locale> = new Map([
  ['en', en],
  ['it', it],
])
