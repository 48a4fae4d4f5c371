import type { Slug } from '../model/article.ts'
import type { Instant } from '../model/instant.ts'

/** The current version of the rules of reading. */
export const CURRENT_VERSION = 3

/** The first version of the rules by which other settings than `draft` keep a file back. */
export const WISHES_VERSION = 2

/** The marks of a file by which its article is found again, and the values that the ledger stores. */
export interface Candidate {
  readonly path: string
  /** The article's name, made only from its path. */
  readonly name: string
  /** The id in the front matter: a URI, or a name that no other article has. */
  readonly id?: string
  readonly slug: Slug
  /** Whether the writer chose the slug. If not, it was made from a title, which may change. */
  readonly slugIsWritten: boolean
  /** The digest of the writer's text: see {@link LedgerEntry.digest}. */
  readonly digest: string
  /** The digest of the body alone: see {@link LedgerEntry.text}. */
  readonly text?: string
  /** The article's own date. */
  readonly date: Instant
  /** The date of the last change in the front matter. */
  readonly updated?: Instant
  readonly expires?: Instant
  readonly inFeeds: boolean
  /** The external page that the article links to. */
  readonly link?: string
  /** The values by earlier rules of reading, if they differ. */
  readonly earlier?: readonly EarlierCandidate[]
}

/** A candidate by earlier rules. */
export interface EarlierCandidate extends Omit<Candidate, 'earlier'> {
  readonly rules: number
}

/** The candidate by the rules of a version. */
export function candidateBy(candidate: Candidate, version: number): Omit<Candidate, 'earlier'> {
  return candidate.earlier?.find(({ rules }) => rules === version) ?? candidate
}
