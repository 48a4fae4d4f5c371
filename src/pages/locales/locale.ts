import type { TermKind } from '../../model/term.ts'

/** What a page of a feed may be about. */
export type SubjectKind = 'main' | TermKind | 'archive'

/** The interface in one language. */
export interface Locale {
  /** The link past the head of the page. */
  readonly skip: string
  /** What the links at the head of the page are called. */
  readonly menu: string
  readonly home: string
  readonly latest: string
  readonly articles: string
  readonly noArticles: string
  readonly older: string
  readonly newer: string

  readonly by: string
  readonly updated: string
  readonly otherForms: string
  readonly otherLanguages: string
  /** What introduces a sound, a film and any other file that comes with an article. */
  readonly listen: string
  readonly watch: string
  readonly download: string
  /** What a table is called that can be moved sideways. */
  readonly table: string
  /** Between a number and its tenths. */
  readonly decimalSign: string

  readonly subscribe: string
  /** How to subscribe, in a sentence or two. */
  readonly subscribeHow: string
  /** What the link is called that opens whatever reader is installed. */
  readonly installedReader: string
  readonly feeds: string
  /** On a page that does not change any more: where to find what does, and the link there. */
  readonly archiveHint: string
  readonly currentFeed: string

  readonly browse: string
  /** What one of a kind is called. */
  readonly kinds: Readonly<Record<SubjectKind, string>>
  /** What several of them are. */
  readonly plurals: Readonly<Record<TermKind, string>>
  /** What the feed of such a thing holds, in a sentence. An archive's name is its number. */
  readonly holds: Readonly<Record<SubjectKind, (name: string, siteTitle: string) => string>>

  readonly notFound: string
  readonly notFoundHint: string
  readonly gone: string
  readonly goneHint: string

  /** A calendar date in full; the month from 1. */
  readonly date: (year: number, month: number, day: number) => string
}
