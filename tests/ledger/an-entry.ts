import type { Candidate } from '../../src/ledger/candidate.ts'
import type { LedgerBasis } from '../../src/ledger/identify.ts'
import type { ArticleId, Slug } from '../../src/model/article.ts'
import { type Instant, instant } from '../../src/model/instant.ts'
import type { LedgerEntry } from '../../src/model/ledger.ts'
import { sha256 } from '../support/sha256.ts'

/** A day of 2026, of which the year's first is 1. */
export function day(number: number): Instant {
  return instant(Date.UTC(2026, 0, number, 12))
}

/** The digest of some words. */
export function digestOf(words: string): string {
  return sha256(new TextEncoder().encode(words)).slice(0, 32)
}

/** The entry of an article that is called by one name everywhere, plain in all that `overrides` does not name. */
export function anEntryOf(name: string, overrides: Partial<LedgerEntry> = {}): LedgerEntry {
  const published = overrides.published ?? day(1)
  return {
    id: `tag:example.org,2026:${name}` as ArticleId,
    slug: name as Slug,
    formerSlugs: [],
    path: `${name}.md`,
    published,
    number: 1,
    inFeeds: true,
    digest: digestOf(name),
    updated: published,
    changed: day(1),
    ...overrides,
  }
}

/** The file that {@link anEntryOf} is the entry of. */
export function aCandidateOf(name: string, overrides: Partial<Candidate> = {}): Candidate {
  return {
    path: `${name}.md`,
    name,
    slug: name as Slug,
    slugIsWritten: false,
    digest: digestOf(name),
    date: day(1),
    inFeeds: true,
    ...overrides,
  }
}

/** What is known before a publication: these entries. */
export function aBasis(...entries: readonly LedgerEntry[]): LedgerBasis {
  return { authority: 'example.org', year: 2026, terms: [], entries }
}
