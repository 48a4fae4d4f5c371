import type { Instant } from '../model/instant.ts'
import type { KeptFacts, LedgerEntry } from '../model/ledger.ts'
import { type IdAuthority, writtenId } from './article-id.ts'
import type { Candidate } from './candidate.ts'
import { dateOf } from './merge-entries.ts'

/** The rules by which files are read now. */
export const CURRENT_VERSION = 2

/** A candidate as it counts for an article that readers know. */
export interface FollowedCandidate {
  /** Without what is not followed. */
  readonly candidate: Candidate
  /** What the ledger had, with the digests of now where only the rules have changed. */
  readonly before: LedgerEntry | undefined
  /** What the entry notes of the rules. */
  readonly notes: Pick<LedgerEntry, 'rules' | 'kept'>
}

/**
 * Takes of a candidate what its article is to follow. A file that an earlier version read otherwise changes neither id,
 * address nor dates of an article that readers know: what it says there is noted as not followed, until it says something
 * else. Its digests are brought up to date without a word.
 */
export function followRules(
  candidate: Candidate,
  before: LedgerEntry | undefined,
  authority: IdAuthority,
): FollowedCandidate {
  const { earlier } = candidate
  // What all rules read alike needs no note.
  if (earlier === undefined) return { candidate, before, notes: {} }
  const rules = { rules: CURRENT_VERSION }
  if (before === undefined) return { candidate, before, notes: rules }
  if (before.rules === CURRENT_VERSION) {
    const kept = before.kept && stillKept(before.kept, candidate, earlier, authority)
    return { ...keepFacts(candidate, before, kept), before, notes: { ...rules, ...(kept && { kept }) } }
  }
  const isSame = earlier.digest === before.digest
  const kept = differing(candidate, earlier, before, authority)
  const followed = keepFacts(candidate, before, kept, earlier)
  const upToDate: LedgerEntry = {
    ...before,
    ...(isSame && { digest: candidate.digest }),
    ...(isSame && candidate.text !== undefined && { text: candidate.text }),
  }
  return { ...followed, before: upToDate, notes: { ...rules, ...(kept && { kept }) } }
}

/** What a file says by the rules of now that differs from what readers know by the first ones. */
function differing(
  candidate: Candidate,
  earlier: Omit<Candidate, 'earlier'>,
  before: LedgerEntry,
  authority: IdAuthority,
): KeptFacts | undefined {
  const now = candidate.slugIsWritten ? candidate.slug : before.slug
  const then = earlier.slugIsWritten ? earlier.slug : before.slug
  const id = candidate.id === undefined ? before.id : writtenId(authority, candidate.id)
  const kept: KeptFacts = {
    ...(id !== before.id && earlier.id === undefined && { id }),
    ...(now !== then && { slug: now }),
    ...(candidate.date !== earlier.date && { date: candidate.date }),
    ...(candidate.updated !== earlier.updated &&
      candidate.updated !== undefined && { updated: candidate.updated }),
  }
  return Object.keys(kept).length === 0 ? undefined : kept
}

/** Of what was not followed, all that the file still says, and that the first rules would not have read either. */
function stillKept(
  kept: KeptFacts,
  candidate: Candidate,
  earlier: Omit<Candidate, 'earlier'>,
  authority: IdAuthority,
): KeptFacts | undefined {
  const isNew = (fact: 'id' | 'slug' | 'date' | 'updated') => candidate[fact] !== earlier[fact]
  const isId = candidate.id !== undefined && writtenId(authority, candidate.id) === kept.id && isNew('id')
  const isSlug = candidate.slugIsWritten && candidate.slug === kept.slug
  const isUpdated = candidate.updated !== undefined && candidate.updated === kept.updated && isNew('updated')
  const still: KeptFacts = {
    ...(isId && kept.id !== undefined && { id: kept.id }),
    ...(isSlug && !(earlier.slugIsWritten && !isNew('slug')) && { slug: candidate.slug }),
    ...(candidate.date === kept.date && isNew('date') && { date: kept.date }),
    ...(isUpdated && kept.updated !== undefined && { updated: kept.updated }),
  }
  return Object.keys(still).length === 0 ? undefined : still
}

/** The candidate with what readers know in the place of what is not followed. */
function keepFacts(
  candidate: Candidate,
  before: LedgerEntry,
  kept: KeptFacts | undefined,
  earlier?: Omit<Candidate, 'earlier'>,
): Pick<FollowedCandidate, 'candidate'> {
  if (kept === undefined) return { candidate }
  const { id: _id, updated: _updated, ...rest } = candidate
  const updated: Instant | undefined = kept.updated === undefined ? candidate.updated : earlier?.updated
  return {
    candidate: {
      ...rest,
      ...(candidate.id !== undefined && kept.id === undefined && { id: candidate.id }),
      ...(updated !== undefined && { updated }),
      ...(kept.slug !== undefined && {
        slug: earlier?.slugIsWritten ? earlier.slug : before.slug,
        slugIsWritten: earlier?.slugIsWritten ?? false,
      }),
      ...(kept.date !== undefined && { date: earlier?.date ?? dateOf(before) }),
    },
  }
}
