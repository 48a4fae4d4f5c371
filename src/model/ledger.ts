import type { ArticleId, Slug } from './article.ts'
import type { Instant } from './instant.ts'
import type { Term } from './term.ts'

/** What subscribers have been given, so that nothing they rely on changes by accident. */
export interface Ledger {
  /** The host and the year that ids are minted under (RFC 4151): those at which the ledger began. */
  readonly authority: string
  readonly year: number
  readonly feed: FeedIdentity
  /** The rules that all files were read by when it was written; a ledger that an older Strillone wrote does not tell. */
  readonly rules?: number
  /**
   * When anything that subscribers were given last changed. It never goes back. What has only come due since is left to
   * whoever publishes: it comes due again for everybody. A ledger that an older Strillone wrote does not tell.
   */
  readonly changed?: Instant
  /** The digest of what feeds and pages tell of the site: another one is a change. */
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
  /** Those that it answered to before, in the order of their text. */
  readonly formerSlugs: readonly Slug[]
  /** The path of its seed. */
  readonly path: string
  /** Its first publication: the article's date as long as that is still to come, and from then on the same for ever. */
  readonly published: Instant
  /** Its place, from 1, in the order of first publication; none before that. */
  readonly number?: number
  /** Its date where that is another one by now. */
  readonly dated?: Instant
  readonly expires?: Instant
  /** False for an article that stays out of feeds. */
  readonly inFeeds: boolean
  /** Of what its writer wrote: changes with its words, not with its white space nor with how it is rendered. */
  readonly digest: string
  /** Of the body alone, where that is long enough to tell an article by; a line that an older Strillone wrote has none. */
  readonly text?: string
  /** The rules that `digest` and `text` were read by, where the first rules read the article otherwise. */
  readonly rules?: number
  /** What its writer wrote before it was read, and what it is not followed in. */
  readonly kept?: KeptFacts
  /** When its words last changed. */
  readonly updated: Instant
  /** What readers are told instead: what the writer says, never before the date, and kept apart from that of others. */
  readonly told?: Instant
  /** The moment of the build that last changed anything of this. */
  readonly changed: Instant
  /** The moment of the build that no longer found it. */
  readonly withdrawn?: Instant
}

/**
 * What a file said when a new rule first read it, against what readers know of its article: as long as the file says the
 * same, they keep what they know.
 */
export interface KeptFacts {
  readonly id?: ArticleId
  readonly slug?: Slug
  readonly date?: Instant
  readonly updated?: Instant
}
