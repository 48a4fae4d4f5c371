import type { ArticleId, Slug } from './article.ts'
import type { Instant } from './instant.ts'
import type { Term } from './term.ts'

/** What subscribers have, so that nothing they rely on changes by accident. */
export interface Ledger {
  /** The host and the year of minted ids (RFC 4151): those at which the ledger began. */
  readonly authority: string
  readonly year: number
  readonly feed: FeedIdentity
  /** The rules by which all files were read when it was written; absent in a ledger of an older Strillone. */
  readonly rules?: number
  /**
   * When anything that subscribers have last changed. It never goes back. Publications by date since then are not
   * counted: `publish` adds them. Absent in a ledger of an older Strillone.
   */
  readonly changed?: Instant
  /** The digest of the site's properties in feeds and pages: another digest is a change. */
  readonly site?: string
  /** The tags, authors, sections and languages that were ever shown, in the order of their stems. */
  readonly terms: readonly Term[]
  /** In the order of their ids; none is there twice. */
  readonly entries: readonly LedgerEntry[]
}

/** The main feed as subscribers know it. */
export interface FeedIdentity {
  /** The site's canonical URL, without a final slash. */
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
  /** Its first publication: the article's date as long as that is in the future, and from then on the same for ever. */
  readonly published: Instant
  /** Its place, from 1, in the order of first publication; none before that. */
  readonly number?: number
  /** Its date now, where that is another. */
  readonly dated?: Instant
  readonly expires?: Instant
  /** False for an article that stays out of feeds. */
  readonly inFeeds: boolean
  /** The digest of the writer's text: it changes with the words, not with white space or rendering. */
  readonly digest: string
  /**
   * The digest of the body alone, where the body is long enough to identify an article; absent in a line of an older
   * Strillone.
   */
  readonly text?: string
  /** The rules of `digest` and `text`, where the first rules read the article otherwise. */
  readonly rules?: number
  /** The values of its file that the ledger ignores. */
  readonly kept?: KeptFacts
  /** When its words last changed. */
  readonly updated: Instant
  /**
   * Its last update for readers: the writer's date, never before the article's date, and distinct from that of other
   * articles.
   */
  readonly told?: Instant
  /** The moment of the build that last changed this entry. */
  readonly changed: Instant
  /** The moment of the build that found its file gone. */
  readonly withdrawn?: Instant
}

/**
 * The values that a file had when a new rule first read them, against what readers know of its article: as long as the
 * file has the same values, the ledger ignores them.
 */
export interface KeptFacts {
  readonly id?: ArticleId
  readonly slug?: Slug
  readonly date?: Instant
  readonly updated?: Instant
  /** The address of another page, which feeds do not lead to. */
  readonly link?: string
}
