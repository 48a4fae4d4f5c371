import { compareText } from '../model/compare-text.ts'
import { type Instant, laterOf } from '../model/instant.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import type { Candidate } from './candidate.ts'
import { distinctMoments } from './distinct-moments.ts'
import { dateOf, toldOf } from './merge-entries.ts'

/** An entry as it is drafted, and as it was. */
export interface DraftedEntry {
  readonly entry: LedgerEntry
  readonly before: LedgerEntry | undefined
}

/** Milliseconds by which what is told may be later than what would be told if nothing else were told at that moment. */
const APART = 1000

/**
 * Notes in each entry when readers are told that its article last changed: what the writer says holds, else the entry's
 * own, never before the date. No two are told the same. What was told already stays, so that nobody's moves because of
 * another article; of others that want the same, the one published first has it.
 */
export function tellUpdates(
  drafted: readonly DraftedEntry[],
  candidates: ReadonlyMap<string, Pick<Candidate, 'updated'>>,
): LedgerEntry[] {
  const wanted = drafted
    .map(({ entry, before }) => ({
      key: entry.path,
      moment: laterOf(candidates.get(entry.path)?.updated ?? entry.updated, dateOf(entry)),
      given: before && toldOf(before),
      entry,
    }))
    .sort((a, b) => a.entry.published - b.entry.published || compareText(a.entry.id, b.entry.id))
  const isKept = ({ moment, given }: { readonly moment: Instant; readonly given: Instant | undefined }) =>
    given !== undefined && given >= moment && given < moment + APART
  const moments = distinctMoments(
    wanted.filter(isKept).map(({ key, moment, given }) => ({ key, moment: given ?? moment })),
    wanted.filter((each) => !isKept(each)),
  )
  return drafted.map(({ entry }) => {
    const { told: _told, ...rest } = entry
    const told = moments.get(entry.path)
    return told === undefined || told === rest.updated ? rest : { ...rest, told }
  })
}
