import { en } from './words/en.ts'
import { it } from './words/it.ts'

/** The words of the interface in one language: to add another, write its file and name it here. */
export interface Words {
  readonly feeds: string
  readonly subscribe: string
  readonly latest: string
  readonly noArticles: string
  readonly by: string
  readonly home: string
  readonly otherForms: string
  readonly notFound: string
  readonly notFoundHint: string
  readonly gone: string
  readonly goneHint: string
  /** A calendar date in full; the month from 1. */
  readonly date: (year: number, month: number, day: number) => string
}

const LANGUAGES: ReadonlyMap<string, Words> = new Map([
  ['en', en],
  ['it', it],
])

/** The words for a BCP 47 tag: those of its primary language, English where there are none. */
export function wordsIn(language: string): Words {
  return LANGUAGES.get(language.split('-')[0]?.toLowerCase() ?? '') ?? en
}
