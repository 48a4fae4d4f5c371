import { compareText } from '../model/compare-text.ts'
import type { Ledger, LedgerEntry } from '../model/ledger.ts'
import { renderEntry } from './entry-codec.ts'
import { mergeHeaders } from './header-codec.ts'
import { renderTold } from './identify.ts'
import { mergeInto } from './merge-entries.ts'
import { isPlaceholderUrl } from './placeholder-host.ts'
import { mergeTerms } from './term-codec.ts'

/** The ledgers to merge. */
export interface LedgerSources {
  /** The ledger file in the folder of articles, if there is one. */
  readonly file?: Ledger | undefined
  /** The ledgers of deployed versions. A newer ledger comes before the older ones that it has merged. */
  readonly carried: readonly Ledger[]
}

/** The result of a merge. */
export interface MergedLedgers {
  /** The merged ledger. Absent if there was no ledger to merge. */
  readonly ledger?: Ledger
  /**
   * The ids of articles whose line in the file differs from the live line, although both have the same moment. The line in
   * the file wins.
   */
  readonly contradicted: readonly string[]
  /**
   * The ids of articles that have different addresses in two versions. The later change wins, and both addresses lead to the
   * article.
   */
  readonly divided: readonly string[]
  /** The ids of articles whose line in the file is missing, or older than the live line. */
  readonly outdated: readonly string[]
  /**
   * The authority of the file, if it differs from the authority of the live site. The lines of the file are then ignored.
   */
  readonly foreign?: string
}

/**
 * Merges all ledgers into one, line by line. For each article the later change wins, and everything that was published
 * stays. If two lines have the same moment, the line in the file wins, because a person may have edited it. Does not throw.
 */
export function mergeLedgers({ file, carried }: LedgerSources): MergedLedgers {
  const ours = ofOneAuthority(carried)
  const live = ours.length === 0 ? undefined : unite(ours)
  const nothing = { contradicted: [], divided: [], outdated: [] }
  // Under a placeholder host there are no subscribers, so such a live ledger does not count.
  const isNothing = live === undefined || (file !== undefined && isUnderPlaceholder(live, file))
  if (isNothing) return { ...nothing, ...(file && { ledger: file }) }
  const divided = findDivided(ours)
  const outdated = live.entries.map(({ id }) => id)
  if (file === undefined) return { ...nothing, divided, outdated, ledger: live }
  if (!isOfAuthority(file, live)) {
    return { ...nothing, divided, outdated, foreign: file.authority, ledger: live }
  }
  const known = new Map(live.entries.map((entry) => [entry.id, entry]))
  const own = file.entries.filter((entry) => known.has(entry.id) || wasShown(entry))
  const ids = new Set(own.map(({ id }) => id))
  const pairs = own.flatMap((entry) => {
    const other = known.get(entry.id)
    return other === undefined ? [] : [{ entry, other }]
  })
  const missing = live.entries.filter(({ id }) => !ids.has(id))
  const older = pairs.filter(
    ({ entry, other }) => !holds(entry, other) && renderEntry(entry) !== renderEntry(other),
  )
  // The rules of reading in the header matter only if a line of the file stays.
  const stays = own.length > pairs.length || pairs.some(({ entry, other }) => holds(entry, other))
  return {
    ledger: {
      ...mergeHeaders(live, stays ? file : withRulesOf(live, file)),
      terms: mergeTerms([...live.terms, ...file.terms]),
      entries: [
        ...own.filter(({ id }) => !known.has(id)),
        ...pairs.map(({ entry, other }) => mergeLines(entry, other)),
        ...missing,
      ].sort((a, b) => compareText(a.id, b.id)),
    },
    contradicted: pairs
      .filter(({ entry, other }) => entry.changed === other.changed && holds(entry, other))
      .map(({ entry: { id } }) => id),
    divided,
    outdated: [...older.map(({ entry }) => entry), ...missing].map(({ id }) => id),
  }
}

function withRulesOf({ rules }: Ledger, { rules: _rules, ...ledger }: Ledger): Ledger {
  return { ...ledger, ...(rules !== undefined && { rules }) }
}

/** Whether a line in the file wins against the live line: it is later, or it has the same moment and different content. */
function holds(entry: LedgerEntry, other: LedgerEntry): boolean {
  return (
    entry.changed > other.changed ||
    (entry.changed === other.changed && renderTold(entry) !== renderTold(other))
  )
}

function mergeLines(entry: LedgerEntry, other: LedgerEntry): LedgerEntry {
  if (!holds(entry, other)) return mergeInto(other, entry)
  // The path of a file does not change the moment of its line. The live line has the newer path.
  const { path } = entry.changed > other.changed ? entry : other
  return { ...mergeInto(entry, other), path }
}

/**
 * Whether an article was ever shown. If a line was written while the article was scheduled, and no version has it, the
 * article was dropped before it was shown.
 */
function wasShown({ published, changed }: LedgerEntry): boolean {
  return published <= changed
}

/**
 * Merges the ledgers of versions. If two lines have the same moment, the line of the newer ledger wins: their paths may
 * differ.
 */
function unite(ledgers: readonly Ledger[]): Ledger {
  return ledgers.reduce((newer, older) => ({
    ...mergeHeaders(newer, older),
    terms: mergeTerms([...newer.terms, ...older.terms]),
    entries: uniteEntries(newer.entries, older.entries),
  }))
}

function uniteEntries(newer: readonly LedgerEntry[], older: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const entries = new Map(newer.map((entry) => [entry.id, entry]))
  for (const entry of older) {
    const other = entries.get(entry.id)
    if (other === undefined) entries.set(entry.id, entry)
    else
      entries.set(entry.id, other.changed < entry.changed ? mergeInto(entry, other) : mergeInto(other, entry))
  }
  return [...entries.values()]
}

/**
 * Returns the ledgers with the same authority as the newest deployment. A ledger under a placeholder host counts only if all
 * are under one, because it has no subscribers.
 */
function ofOneAuthority(ledgers: readonly Ledger[]): readonly Ledger[] {
  const newest = ledgers.find(({ feed }) => !isPlaceholderUrl(feed.url)) ?? ledgers[0]
  return newest === undefined ? [] : ledgers.filter((each) => isOfAuthority(each, newest))
}

/** Whether two ledgers have the same authority. */
function isOfAuthority(ledger: Ledger, other: Ledger): boolean {
  return ledger.authority === other.authority && !isUnderPlaceholder(ledger, other)
}

/** Whether only the first of two ledgers is under a placeholder host. */
function isUnderPlaceholder(ledger: Ledger, other: Ledger): boolean {
  return isPlaceholderUrl(ledger.feed.url) && !isPlaceholderUrl(other.feed.url)
}

/**
 * Finds the ids that have two current addresses in different ledgers. This happens if two deployments did not know each
 * other: neither address is then a former address of the article.
 */
function findDivided(ledgers: readonly Ledger[]): readonly string[] {
  const lines = ledgers.flatMap(({ entries }) => entries)
  return [...Map.groupBy(lines, ({ id }) => id)].flatMap(([id, entries]) => {
    const former = new Set(entries.flatMap(({ formerSlugs }) => formerSlugs))
    const current = new Set(entries.map(({ slug }) => slug).filter((slug) => !former.has(slug)))
    return current.size > 1 ? [id] : []
  })
}
