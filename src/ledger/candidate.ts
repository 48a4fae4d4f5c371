import type { Slug } from '../model/article.ts'
import type { Instant } from '../model/instant.ts'

/** The current version of the rules of reading. */
export const CURRENT_VERSION = 3

/** The version since which a file says in other ways than `draft` that it is kept back. */
export const WISHES_VERSION = 2

/** The marks of one file by which its article is found again, and what the ledger keeps of it. */
export interface Candidate {
  readonly path: string
  /** The article's name by its place alone. */
  readonly name: string
  /** The id in the front matter: a URI, or a name that no other article has. */
  readonly id?: string
  readonly slug: Slug
  /** Whether the writer has chosen the slug; else it was made from text that may change. */
  readonly slugIsWritten: boolean
  /** Of the writer's text: see {@link LedgerEntry.digest}. */
  readonly digest: string
  /** Of the body alone: see {@link LedgerEntry.text}. */
  readonly text?: string
  /** The article's own date. */
  readonly date: Instant
  /** The date of the last change in the front matter. */
  readonly updated?: Instant
  readonly expires?: Instant
  readonly inFeeds: boolean
  /** The page elsewhere that it leads to. */
  readonly link?: string
  /** What earlier rules of reading make of it, where that differs. */
  readonly earlier?: readonly EarlierCandidate[]
}

/** A candidate by the rules of an earlier version. */
export interface EarlierCandidate extends Omit<Candidate, 'earlier'> {
  readonly rules: number
}

/** A candidate by the rules of a version. */
export function candidateBy(candidate: Candidate, version: number): Omit<Candidate, 'earlier'> {
  return candidate.earlier?.find(({ rules }) => rules === version) ?? candidate
}
