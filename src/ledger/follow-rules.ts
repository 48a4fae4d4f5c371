import type { ArticleId } from '../model/article.ts'
import type { Instant } from '../model/instant.ts'
import type { KeptFacts, Ledger, LedgerEntry } from '../model/ledger.ts'
import { articleId, type IdAuthority, writtenIds } from './article-id.ts'
import { type Candidate, CURRENT_VERSION, candidateBy } from './candidate.ts'
import { dateOf } from './merge-entries.ts'

/** A candidate with the values that the ledger uses. */
export interface FollowedCandidate {
  /** The candidate with the known values in place of the ignored ones. */
  readonly candidate: Candidate
  /** The earlier entry. If only the rules changed, its digests are brought up to date. */
  readonly before: LedgerEntry | undefined
  /** The notes of the entry about the rules. */
  readonly notes: Pick<LedgerEntry, 'rules' | 'kept'>
}

/**
 * Decides which values of a candidate the ledger uses. If an earlier version read the same file otherwise, a published
 * article keeps its id, address and dates. The entry notes the new values as ignored until the file states others. Its
 * digests change without counting as an update.
 */
export function followRules(
  candidate: Candidate,
  before: LedgerEntry | undefined,
  ledger: IdAuthority & Pick<Ledger, 'rules'>,
): FollowedCandidate {
  // All rules read the file in the same way.
  if (candidate.earlier === undefined) return { candidate, before, notes: {} }
  const rules = { rules: CURRENT_VERSION }
  if (before === undefined) return { candidate, before, notes: rules }
  const first = candidateBy(candidate, 1)
  const still = before.kept && stillKept(before.kept, candidate, first, ledger)
  const { candidate: followed } = keepFacts(candidate, before, still)
  // An entry without a note was read by the rules of the whole ledger.
  const version = before.rules ?? ledger.rules ?? 1
  if (version === CURRENT_VERSION)
    return { candidate: followed, before, notes: { ...rules, ...(still && { kept: still }) } }
  const then = candidateBy(candidate, version)
  const anew = differing(candidate, then, before, ledger)
  const kept = anew || still ? { ...still, ...anew } : undefined
  const isSame = then.digest === before.digest
  const upToDate: LedgerEntry = {
    ...before,
    ...(isSame && { digest: candidate.digest }),
    ...(isSame && candidate.text !== undefined && { text: candidate.text }),
  }
  return {
    ...keepFacts(followed, before, anew, then),
    before: upToDate,
    notes: { ...rules, ...(kept && { kept }) },
  }
}

/** The values by the current rules that differ from those that readers know by earlier rules. */
function differing(
  candidate: Candidate,
  earlier: Omit<Candidate, 'earlier'>,
  before: LedgerEntry,
  authority: IdAuthority,
): KeptFacts | undefined {
  const now = candidate.slugIsWritten ? candidate.slug : before.slug
  const then = earlier.slugIsWritten ? earlier.slug : before.slug
  const isSameId = candidate.id === undefined || writtenIds(authority, candidate.id).includes(before.id)
  const id = isSameId ? before.id : articleId(candidate.id)
  const kept: KeptFacts = {
    ...(id !== before.id && earlier.id === undefined && { id }),
    ...(now !== then && { slug: now }),
    ...(candidate.date !== earlier.date && { date: candidate.date }),
    ...(candidate.updated !== earlier.updated &&
      candidate.updated !== undefined && { updated: candidate.updated }),
    ...(candidate.link !== undefined && earlier.link === undefined && { link: candidate.link }),
  }
  return Object.keys(kept).length === 0 ? undefined : kept
}

/** The ignored values that the file still states, and that the first rules would not have read either. */
function stillKept(
  kept: KeptFacts,
  candidate: Candidate,
  earlier: Omit<Candidate, 'earlier'>,
  authority: IdAuthority,
): KeptFacts | undefined {
  const isNew = (fact: 'id' | 'slug' | 'date' | 'updated') => candidate[fact] !== earlier[fact]
  const isId = isWrittenAs(kept.id, candidate.id, authority) && isNew('id')
  const isSlug = candidate.slugIsWritten && candidate.slug === kept.slug
  const isUpdated = candidate.updated !== undefined && candidate.updated === kept.updated && isNew('updated')
  const still: KeptFacts = {
    ...(isId && kept.id !== undefined && { id: kept.id }),
    ...(isSlug && !(earlier.slugIsWritten && !isNew('slug')) && { slug: candidate.slug }),
    ...(candidate.date === kept.date && isNew('date') && { date: kept.date }),
    ...(isUpdated && kept.updated !== undefined && { updated: kept.updated }),
    ...(candidate.link !== undefined && candidate.link === kept.link && { link: kept.link }),
  }
  return Object.keys(still).length === 0 ? undefined : still
}

function isWrittenAs(
  id: ArticleId | undefined,
  written: string | undefined,
  authority: IdAuthority,
): boolean {
  return id !== undefined && written !== undefined && writtenIds(authority, written).includes(id)
}

/** The candidate with the known values in place of the ignored ones. */
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
