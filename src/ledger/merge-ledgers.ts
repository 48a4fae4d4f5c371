import { compareText } from '../model/compare-text.ts'
import type { Ledger, LedgerEntry } from '../model/ledger.ts'
import { renderEntry } from './entry-codec.ts'
import { mergeHeaders } from './header-codec.ts'
import { renderTold } from './identify.ts'
import { mergeInto } from './merge-entries.ts'
import { isPlaceholderUrl } from './placeholder-host.ts'
import { mergeTerms } from './term-codec.ts'

/** The ledgers that are to become one. */
export interface LedgerSources {
  /** The one beside the articles. */
  readonly file?: Ledger | undefined
  /** Those that deployed versions carry, a newer one before those that are merged in it. */
  readonly carried: readonly Ledger[]
}

/** What became of them. */
export interface MergedLedgers {
  /** Absent where there is none. */
  readonly ledger?: Ledger
  /** The ids whose two lines are of one moment and differ: the line beside the articles holds. */
  readonly contradicted: readonly string[]
  /** The ids that have another address in each of two versions: the later change holds, and both addresses lead to it. */
  readonly divided: readonly string[]
  /** The ids whose line beside the articles is older than that of a version, or not there. */
  readonly outdated: readonly string[]
  /** Whose lines beside the articles are ignored: an authority that is not that of the site. */
  readonly foreign?: string
}

/**
 * Makes one ledger of all, line by line. The later change of an article holds, and nothing that was published is lost. A
 * person may have written into the ledger beside the articles: so of two lines of one moment that one holds.
 */
export function mergeLedgers({ file, carried }: LedgerSources): MergedLedgers {
  const ours = ofOneAuthority(carried)
  const live = ours.length === 0 ? undefined : unite(ours)
  const nothing = { contradicted: [], divided: [], outdated: [] }
  // Nobody has subscribed to what was live under a placeholder only.
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
  // The rules by which a ledger was read matter only if a line of it stays.
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

/** Whether a line beside the articles holds against that of a version: it is later, or of one moment, and says something else. */
function holds(entry: LedgerEntry, other: LedgerEntry): boolean {
  return (
    entry.changed > other.changed ||
    (entry.changed === other.changed && renderTold(entry) !== renderTold(other))
  )
}

function mergeLines(entry: LedgerEntry, other: LedgerEntry): LedgerEntry {
  if (!holds(entry, other)) return mergeInto(other, entry)
  // Where the file is, which changes no moment, the version knows best.
  const { path } = entry.changed > other.changed ? entry : other
  return { ...mergeInto(entry, other), path }
}

/** An article that was scheduled when its line was written, and that no version has, was dropped before it was shown. */
function wasShown({ published, changed }: LedgerEntry): boolean {
  return published <= changed
}

/** Of two lines of one moment, that of the newer ledger holds: they may have another file each. */
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
  return [...entries.values()].sort((a, b) => compareText(a.id, b.id))
}

/** Those of the newest deployment's authority; one under a placeholder only where all are: nobody has subscribed there. */
function ofOneAuthority(ledgers: readonly Ledger[]): readonly Ledger[] {
  const newest = ledgers.find(({ feed }) => !isPlaceholderUrl(feed.url)) ?? ledgers[0]
  return newest === undefined ? [] : ledgers.filter((each) => isOfAuthority(each, newest))
}

/** Whether the lines of a ledger are of the same authority as those of another. */
function isOfAuthority(ledger: Ledger, other: Ledger): boolean {
  return ledger.authority === other.authority && !isUnderPlaceholder(ledger, other)
}

/** Whether one ledger was kept under a placeholder, and another was not. */
function isUnderPlaceholder(ledger: Ledger, other: Ledger): boolean {
  return isPlaceholderUrl(ledger.feed.url) && !isPlaceholderUrl(other.feed.url)
}

/** The ids to which ledgers that did not know each other gave two addresses: neither is a former one of the other. */
function findDivided(ledgers: readonly Ledger[]): readonly string[] {
  const lines = ledgers.flatMap(({ entries }) => entries)
  return [...Map.groupBy(lines, ({ id }) => id)].flatMap(([id, entries]) => {
    const former = new Set(entries.flatMap(({ formerSlugs }) => formerSlugs))
    const current = new Set(entries.map(({ slug }) => slug).filter((slug) => !former.has(slug)))
    return current.size > 1 ? [id] : []
  })
}
