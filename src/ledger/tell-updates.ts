import { compareText } from '../model/compare-text.ts'
import { type Instant, laterOf } from '../model/instant.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import type { Candidate } from './candidate.ts'
import { distinctMoments } from './distinct-moments.ts'
import { dateOf, toldOf } from './merge-entries.ts'

/** A new entry, and the entry before. */
export interface DraftedEntry {
  readonly entry: LedgerEntry
  readonly before: LedgerEntry | undefined
}

/** Milliseconds by which an update may be later than the wanted moment if another article has that moment. */
const APART = 1000

/**
 * Notes in each entry when its article was last updated for readers: the writer's date, else the entry's own, never
 * before the article's date. No two are the same. An earlier moment stays, so that no article's moment changes because
 * of another article; of articles that want the same moment, the one published first has it.
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
