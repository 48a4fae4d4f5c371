import { compareText } from '../model/compare-text.ts'
import { type Instant, laterOf } from '../model/instant.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import type { Candidate } from './candidate.ts'
import { distinctMoments } from './distinct-moments.ts'
import { dateOf, toldOf } from './merge-entries.ts'

/** A new entry, and the entry before it. */
export interface DraftedEntry {
  readonly entry: LedgerEntry
  readonly before: LedgerEntry | undefined
}

/** Milliseconds. The step by which an update gets later if another article has the same moment. */
const APART = 1000

/**
 * Sets in each entry when its article was last updated for readers: the writer's date, or else the entry's own, but never
 * before the article's date. No two are the same. An earlier moment stays as it is, so that no article's moment changes
 * because of another article. Of articles that want the same moment, the one published first gets it.
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
