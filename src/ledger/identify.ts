import { compareText } from '../model/compare-text.ts'
import { EPOCH, type Instant } from '../model/instant.ts'
import type { Ledger, LedgerEntry } from '../model/ledger.ts'
import { articleId, distinctId, type IdAuthority } from './article-id.ts'
import type { Candidate } from './candidate.ts'
import { distinctMoments, type WantedMoment } from './distinct-moments.ts'
import { renderEntry } from './entry-codec.ts'
import { type EntrySlugs, entrySlugs, yieldSlugs } from './entry-slugs.ts'
import { entryTimes, type LedgerTime } from './entry-times.ts'
import { findAgain } from './find-again.ts'
import { followRules } from './follow-rules.ts'
import { momentOfChange, timeBy } from './ledger-time.ts'
import { toldOf } from './merge-entries.ts'
import { numberEntries } from './number-entries.ts'
import { tellUpdates } from './tell-updates.ts'

/** A ledger without the properties of its feed. */
export type LedgerBasis = Omit<Ledger, 'feed'>

/** The entries of the articles. */
export interface Identification {
  /** The entry of each article, by the path of its file. */
  readonly found: ReadonlyMap<string, LedgerEntry>
  /** The moment of each article's last update for readers, by the path of its file. No two are the same. */
  readonly updated: ReadonlyMap<string, Instant>
  /** All entries of the new ledger, in the order of the ids. */
  readonly entries: readonly LedgerEntry[]
}

/**
 * Finds every article again in the ledger, and updates the entries to the moment `at`. Pure: the same input gives the same
 * result, and a second run on the result changes nothing. If `at` is before the ledger's last change, no published article
 * becomes scheduled again, and each change gets a later moment than all before it. `findClashes` reports two new articles
 * with the same id.
 */
export function identify(candidates: readonly Candidate[], basis: LedgerBasis, at: Instant): Identification {
  const known = new Map(basis.entries.map((entry) => [entry.id, entry]))
  const time = { at, by: timeBy(basis, at), changed: momentOfChange(basis, at) }
  const again = findAgain(candidates, basis.entries, basis)
  const replaced = findReplaced(basis.entries, again)
  const followed = candidates
    .toSorted(byPath)
    .map((candidate) => followRules(candidate, again.get(candidate.path), basis))
  const drafted = followed.map(({ candidate, before, notes }) => {
    const slugs = entrySlugs(candidate, before ?? replaced.get(candidate.path), time.by)
    return { before, entry: { ...slugs, ...draftEntry(candidate, before, { basis, known, time }), ...notes } }
  })
  const moments = distinctMoments(
    drafted.filter(({ entry, before }) => entry.updated === before?.updated).map(({ entry }) => own(entry)),
    drafted.filter(({ entry, before }) => entry.updated !== before?.updated).map(({ entry }) => own(entry)),
  )
  const updated = drafted.map(({ entry, before }) => {
    return { entry: { ...entry, updated: moments.get(entry.path) ?? entry.updated }, before }
  })
  const living = tellUpdates(updated, new Map(followed.map(({ candidate }) => [candidate.path, candidate])))
  const livingIds = new Set(living.map(({ id }) => id))
  const gone = basis.entries
    .filter(({ id }) => !livingIds.has(id))
    .flatMap((entry) => withdraw(entry, time.by))

  const stamped = yieldSlugs([...living, ...gone], basis.entries, time.by).map((entry) =>
    stamp(entry, known.get(entry.id), time.changed),
  )
  const entries = numberEntries(stamped, at).sort((a, b) => compareText(a.id, b.id))
  const found = new Map(
    entries.filter(({ withdrawn }) => withdrawn === undefined).map((entry) => [entry.path, entry]),
  )
  const told = new Map([...found].map(([path, entry]) => [path, toldOf(entry)]))
  return { found, updated: told, entries }
}

/**
 * The entries that no article was found for, by the path of their file. If the file still exists, it now has another id,
 * and its new article takes over the old one's addresses, so that links to it still work.
 */
function findReplaced(
  entries: readonly LedgerEntry[],
  again: ReadonlyMap<string, LedgerEntry>,
): ReadonlyMap<string, LedgerEntry> {
  const used = new Set(again.values())
  const lost = entries.filter((entry) => !used.has(entry) && entry.withdrawn === undefined)
  return new Map(lost.map((entry) => [entry.path, entry]))
}

interface DraftContext {
  readonly basis: IdAuthority
  /** All entries, by their ids. */
  readonly known: ReadonlyMap<string, LedgerEntry>
  readonly time: LedgerTime
}

function draftEntry(
  candidate: Candidate,
  before: LedgerEntry | undefined,
  { basis, known, time }: DraftContext,
): Omit<LedgerEntry, keyof EntrySlugs> {
  const { path, name, id, digest, text, expires, inFeeds } = candidate
  const newId = () =>
    id === undefined ? distinctId(basis, name, (taken) => known.has(taken)) : articleId(id)
  return {
    id: before?.id ?? newId(),
    path,
    ...entryTimes(candidate, before, time),
    ...(expires !== undefined && { expires }),
    inFeeds,
    digest,
    ...(before?.number !== undefined && { number: before.number }),
    ...(text !== undefined && { text }),
    changed: before?.changed ?? time.changed,
  }
}

function own({ path, updated }: LedgerEntry): WantedMoment {
  return { key: path, moment: updated }
}

function byPath(a: Candidate, b: Candidate): number {
  return compareText(a.path, b.path)
}

/** The entry of an article without a file. An article that was never shown leaves no entry. */
function withdraw(entry: LedgerEntry, by: Instant): LedgerEntry[] {
  if (entry.withdrawn !== undefined) return [entry]
  return entry.published > by ? [] : [{ ...entry, withdrawn: by }]
}

/**
 * Gives a changed entry the moment of the change. A new number does not count, and a new file name only if it changes the
 * folder, which may be the section.
 */
function stamp(entry: LedgerEntry, before: LedgerEntry | undefined, changed: Instant): LedgerEntry {
  if (before === undefined) return { ...entry, changed }
  return renderTold(entry) === renderTold(before) ? entry : { ...entry, changed }
}

/**
 * The part of an entry that subscribers get. The digest of the body is left out, because the entry's own digest covers it.
 */
export function renderTold({ text: _text, number: _number, ...entry }: LedgerEntry): string {
  return renderEntry({
    ...entry,
    path: `${entry.path.slice(0, entry.path.lastIndexOf('/') + 1)}.`,
    changed: EPOCH,
  })
}
