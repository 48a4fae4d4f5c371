import type { TermKind } from '../../model/term.ts'

/** The kinds of subjects that a feed's page may have. */
export type SubjectKind = 'main' | TermKind | 'archive'

/** The texts of the interface in one language. */
export interface Locale {
  /** The link that skips the head of the page. */
  readonly skip: string
  /** The name of the navigation at the head of the page. */
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
  /** Labels for sound, film and other enclosures. */
  readonly listen: string
  readonly watch: string
  readonly download: string
  /** The name of a table that can be scrolled sideways. */
  readonly table: string
  /** The sign between a number and its tenths. */
  readonly decimalSign: string

  readonly subscribe: string
  /** How to subscribe, in a sentence or two. */
  readonly subscribeHow: string
  /** The text of the link that opens the installed reader. */
  readonly installedReader: string
  readonly feeds: string
  /** On the page of a full archive: where the current articles are, and the link there. */
  readonly archiveHint: string
  readonly currentFeed: string

  readonly browse: string
  /** The name of one thing of each kind. */
  readonly kinds: Readonly<Record<SubjectKind, string>>
  /** The name of several things of each kind. */
  readonly plurals: Readonly<Record<TermKind, string>>
  /** The contents of the feed of such a thing, in a sentence. The name of an archive is its number. */
  readonly holds: Readonly<Record<SubjectKind, (name: string, siteTitle: string) => string>>

  readonly notFound: string
  readonly notFoundHint: string
  readonly gone: string
  readonly goneHint: string

  /** Formats a calendar date in full; the month counts from 1. */
  readonly date: (year: number, month: number, day: number) => string
}
