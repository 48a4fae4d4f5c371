import type { Slug } from '../model/article.ts'
import type { Instant } from '../model/instant.ts'

/** What one file says that its article is found again by, and what the ledger keeps of it. */
export interface Candidate {
  readonly path: string
  /** What the article is called by its place alone. */
  readonly name: string
  /** What the writer calls it: a URI, or a name that no other article has. */
  readonly id?: string
  readonly slug: Slug
  /** Whether the writer has chosen the slug; else it was made from what may change tomorrow. */
  readonly slugIsWritten: boolean
  /** Of what the writer wrote: see {@link LedgerEntry.digest}. */
  readonly digest: string
  /** Of the body alone: see {@link LedgerEntry.text}. */
  readonly text?: string
  /** When the article says that it is published. */
  readonly date: Instant
  /** When the writer says that it was last changed. */
  readonly updated?: Instant
  readonly expires?: Instant
  readonly inFeeds: boolean
  /** What the first rules of reading made of it, where any of that differs. */
  readonly earlier?: Omit<Candidate, 'earlier'>
}
