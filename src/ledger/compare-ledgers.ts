import { compareText } from '../model/compare-text.ts'
import type { FeedIdentity, Ledger, LedgerEntry } from '../model/ledger.ts'
import { isEntryShown } from './is-entry-shown.ts'
import { dateOf } from './merge-entries.ts'

/** The kinds of changes that readers of an article notice. */
export type ChangeKind =
  | 'new'
  | 'updated'
  | 'moved'
  | 'dated'
  | 'limited'
  | 'postponed'
  | 'expired'
  | 'listed'
  | 'unlisted'
  | 'withdrawn'
  | 'restored'
  | 'dropped'

/** A change of one article. */
export interface LedgerChange {
  readonly kind: ChangeKind
  /** The entry of the new ledger, or of the old one if it was `dropped`. */
  readonly entry: LedgerEntry
  /** The entry of the old ledger. Absent if the article is new. */
  readonly before?: LedgerEntry
  /** Whether readers do not see the article yet. */
  readonly isScheduled: boolean
  /** Whether the article is withdrawn because its file is now a draft. */
  readonly isDraft: boolean
}

/** The differences between two ledgers. */
export interface LedgerChanges {
  /** In the order of the paths. */
  readonly articles: readonly LedgerChange[]
  /** The properties of the feed that have changed. */
  readonly feed: readonly (keyof FeedIdentity)[]
}

/**
 * Finds the changes between two ledgers for subscribers and readers. A file that was only renamed is no change. `drafts`
 * are the paths of the files that are left out as drafts.
 */
export function compareLedgers(
  before: Ledger | undefined,
  after: Ledger,
  drafts: readonly string[] = [],
): LedgerChanges {
  const known = new Map((before?.entries ?? []).map((entry) => [entry.id, entry]))
  const kept = new Set(after.entries.map(({ id }) => id))
  const drafted = new Set(drafts)
  const changes = after.entries.flatMap((entry) => changesOf(known.get(entry.id), entry, drafted))
  // Only an article that was never shown leaves no entry.
  const dropped = [...known.values()].filter(({ id }) => !kept.has(id))
  const identity: (keyof FeedIdentity)[] = ['url', 'title', 'language']
  return {
    articles: [
      ...changes,
      ...dropped.map(
        (entry): LedgerChange => ({
          ...{ kind: 'dropped', entry, before: entry, isScheduled: true, isDraft: false },
        }),
      ),
    ].sort((a, b) => compareText(a.entry.path, b.entry.path)),
    feed: identity.filter((name) => before !== undefined && before.feed[name] !== after.feed[name]),
  }
}

function changesOf(
  before: LedgerEntry | undefined,
  entry: LedgerEntry,
  drafts: ReadonlySet<string>,
): LedgerChange[] {
  // The entry differs, so `changed` is the moment of this build.
  const isScheduled = entry.published > entry.changed
  const isDraft = entry.withdrawn !== undefined && drafts.has(entry.path)
  const change = (kind: ChangeKind): LedgerChange => ({
    kind,
    entry,
    ...(before && { before }),
    isScheduled,
    isDraft,
  })
  if (before === undefined) return entry.withdrawn === undefined ? [change('new')] : []
  if (entry.withdrawn !== undefined) return before.withdrawn === undefined ? [change('withdrawn')] : []
  const kinds: [ChangeKind, boolean][] = [
    ...timeChanges(before, entry),
    ['updated', isUpdated(before, entry)],
    ['moved', before.slug !== entry.slug],
    ['listed', !before.inFeeds && entry.inFeeds],
    ['unlisted', before.inFeeds && !entry.inFeeds],
  ]
  return kinds.filter(([, isSo]) => isSo).map(([kind]) => change(kind))
}

/** Whether the words have changed. Digests by different rules cannot be compared. */
function isUpdated(before: LedgerEntry, entry: LedgerEntry): boolean {
  return before.rules === entry.rules ? before.digest !== entry.digest : before.updated !== entry.updated
}

/** The changes by a date or an end. They are reported only if they do not withdraw or restore the article. */
function timeChanges(before: LedgerEntry, entry: LedgerEntry): [ChangeKind, boolean][] {
  const at = entry.changed
  const [wasShown, isNowShown] = [isEntryShown(before, at), isEntryShown(entry, at)]
  const isBack = before.withdrawn !== undefined
  if ((wasShown || isBack) && !isNowShown) return [[dateOf(entry) > at ? 'postponed' : 'expired', true]]
  // An article that is shown for the first time only has a new date.
  if (!wasShown && isNowShown && before.published <= at) return [['restored', true]]
  return [
    ['dated', dateOf(before) !== dateOf(entry)],
    ['limited', before.expires !== entry.expires],
  ]
}
