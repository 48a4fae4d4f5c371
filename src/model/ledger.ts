import type { ArticleId, Slug } from './article.ts'
import type { Instant } from './instant.ts'
import type { Term } from './term.ts'

/** The record of what subscribers have. It prevents accidental changes of the data that they rely on. */
export interface Ledger {
  /** The host and the year of minted ids (RFC 4151), fixed when the ledger began. */
  readonly authority: string
  readonly year: number
  readonly feed: FeedIdentity
  /** The rules by which all files were read when it was written. Absent in a ledger of an older Strillone. */
  readonly rules?: number
  /**
   * When any part of what subscribers have last changed. It never goes back. Planned publications since then are not
   * included: `publish` adds them. Absent in a ledger of an older Strillone.
   */
  readonly changed?: Instant
  /** The digest of the site's properties in feeds and pages. A different digest is a change. */
  readonly site?: string
  /** The tags, authors, sections and languages that were ever shown, in the order of their stems. */
  readonly terms: readonly Term[]
  /** In the order of their ids, which are unique. */
  readonly entries: readonly LedgerEntry[]
}

/** The main feed as subscribers know it. */
export interface FeedIdentity {
  /** The site's canonical URL, without a slash at its end. */
  readonly url: string
  readonly title: string
  readonly language: string
}

/** What subscribers know of one article. */
export interface LedgerEntry {
  readonly id: ArticleId
  readonly slug: Slug
  /** Its former slugs, in the order of their text. */
  readonly formerSlugs: readonly Slug[]
  /** The path of its seed. */
  readonly path: string
  /** Its first publication. Equals the article's date while that is in the future, and never changes afterwards. */
  readonly published: Instant
  /** Its place, from 1, in the order of first publication. Absent before that. */
  readonly number?: number
  /** Its current date, if it differs from `published`. */
  readonly dated?: Instant
  readonly expires?: Instant
  /** False for an article that stays out of feeds. */
  readonly inFeeds: boolean
  /** The digest of the writer's text: it changes with the words, not with white space or rendering. */
  readonly digest: string
  /**
   * The digest of the body alone, if the body is long enough to identify an article. Absent in a line of an older
   * Strillone.
   */
  readonly text?: string
  /** The rules of `digest` and `text`, if the first rules read the article differently. */
  readonly rules?: number
  /** The values of its file that the ledger ignores. */
  readonly kept?: KeptFacts
  /** When its text last changed. */
  readonly updated: Instant
  /**
   * Its last update for readers: the writer's date, but never before the article's date, and different from that of
   * other articles.
   */
  readonly told?: Instant
  /** The moment of the build that last changed this entry. */
  readonly changed: Instant
  /** The moment of the build that found its file gone. */
  readonly withdrawn?: Instant
}

/**
 * Values that a file had when a new rule first read them, but that differ from what readers know of its article. As
 * long as the file has the same values, the ledger ignores them.
 */
export interface KeptFacts {
  readonly id?: ArticleId
  readonly slug?: Slug
  readonly date?: Instant
  readonly updated?: Instant
  /** The address of another page, which feeds do not link to. */
  readonly link?: string
}
