import { compareText } from '../model/compare-text.ts'
import type { LedgerEntry } from '../model/ledger.ts'
import { type IdAuthority, writtenIds } from './article-id.ts'
import type { Candidate } from './candidate.ts'
import { dateOf } from './merge-entries.ts'

/**
 * A way to find an article again: the entry that has the same marks. A candidate that lacks a mark is not found this way.
 */
interface Step {
  readonly ofEntry: (entry: LedgerEntry) => readonly unknown[]
  readonly ofCandidate: (candidate: Omit<Candidate, 'earlier'>) => readonly unknown[]
  /** Which entries this step considers. */
  readonly among: (entry: LedgerEntry, paths: ReadonlySet<string>) => boolean
}

const isAny = () => true
const isLiving = ({ withdrawn }: LedgerEntry) => withdrawn === undefined
const isLeft = (entry: LedgerEntry, paths: ReadonlySet<string>) => !isLiving(entry) || !paths.has(entry.path)

/**
 * The steps, from the strongest marks to the weakest. Words are stronger than a path: a renamed file is the same article,
 * and a new file may take its place. Several articles may have the same words, for example without a text. Then their dates
 * distinguish them.
 */
const STEPS: readonly Step[] = [
  {
    ofEntry: ({ path, digest }) => [path, digest],
    ofCandidate: ({ path, digest }) => [path, digest],
    among: isAny,
  },
  ...[isLeft, isAny].flatMap((among): Step[] => [
    {
      ofEntry: (entry) => [entry.digest, dateOf(entry)],
      ofCandidate: ({ digest, date }) => [digest, date],
      among,
    },
    { ofEntry: ({ digest }) => [digest], ofCandidate: ({ digest }) => [digest], among },
  ]),
  // The file was renamed and its title changed at once. A file that still exists keeps its article, even if another file
  // has a copy of its text.
  {
    ofEntry: (entry) => [entry.text, dateOf(entry)],
    ofCandidate: ({ text, date }) => [text, date],
    among: isLeft,
  },
  { ofEntry: ({ text }) => [text], ofCandidate: ({ text }) => [text], among: isLeft },
  { ofEntry: ({ path }) => [path], ofCandidate: ({ path }) => [path], among: isLiving },
  // A new article may have the path of a withdrawn one.
  {
    ofEntry: ({ path, slug }) => [path, slug],
    ofCandidate: ({ path, slug }) => [path, slug],
    among: isAny,
  },
  {
    ofEntry: (entry) => [entry.path, dateOf(entry)],
    ofCandidate: ({ path, date }) => [path, date],
    among: isAny,
  },
  {
    ofEntry: (entry) => [entry.slug, dateOf(entry)],
    ofCandidate: ({ slug, date }) => [slug, date],
    among: isAny,
  },
]

/**
 * Finds the entry of each article that the ledger already has, by the path of its file. Each entry is found at most once.
 * An id in the front matter decides alone: an article never gets the entry of another id.
 */
export function findAgain(
  candidates: readonly Candidate[],
  entries: readonly LedgerEntry[],
  authority: IdAuthority,
): ReadonlyMap<string, LedgerEntry> {
  const inOrder = candidates.toSorted((a, b) => compareText(a.path, b.path))
  const paths = new Set(inOrder.map(({ path }) => path))
  const found = new Map<string, LedgerEntry>()
  const used = new Set<LedgerEntry>()
  const take = (candidate: Candidate, entry: LedgerEntry | undefined): void => {
    if (entry === undefined) return
    found.set(candidate.path, entry)
    used.add(entry)
  }

  // An id that was ignored when it was first read still leads to its article.
  const keptIds = entries.flatMap((entry) =>
    entry.kept?.id === undefined ? [] : [[entry.kept.id, entry] as const],
  )
  // The text of a file is in NFC, but an id from an old feed may not be.
  const composed = entries.map((entry) => [entry.id.normalize('NFC'), entry] as const)
  const byId = new Map<string, LedgerEntry>([
    ...composed,
    ...keptIds,
    ...entries.map((entry) => [entry.id, entry] as const),
  ])
  for (const find of [exactIds, writtenIds]) {
    for (const candidate of inOrder.filter(({ id, path }) => id !== undefined && !found.has(path))) {
      const ids = find(authority, candidate.id ?? '')
      take(
        candidate,
        ids.map((id) => byId.get(id)).find((entry) => entry !== undefined && !used.has(entry)),
      )
    }
  }
  for (const { ofEntry, ofCandidate, among } of STEPS) {
    const open = inOrder.filter((candidate) => hasNoId(candidate) && !found.has(candidate.path))
    if (open.length === 0) break
    const free = entries.filter((entry) => !used.has(entry) && among(entry, paths))
    if (free.length === 0) continue
    const queues = Map.groupBy(free.toReversed(), (entry) => keyOf(ofEntry(entry)))
    for (const candidate of open) {
      const readings = [candidate, ...(candidate.earlier ?? [])]
      const queue = readings
        .map((reading) => queues.get(keyOf(ofCandidate(reading)) ?? ''))
        .find((entries) => entries !== undefined && entries.length > 0)
      take(candidate, queue?.pop())
    }
  }
  return found
}

/** An id that is the same as written is preferred to one in another form. */
function exactIds(_authority: IdAuthority, written: string): readonly string[] {
  return [written]
}

/** Whether a file may be found by its other marks. Earlier rules of reading may have ignored its id. */
function hasNoId({ id, earlier = [] }: Candidate): boolean {
  return id === undefined || earlier.some((reading) => reading.id === undefined)
}

function keyOf(marks: readonly unknown[]): string | undefined {
  return marks.includes(undefined) ? undefined : JSON.stringify(marks)
}
