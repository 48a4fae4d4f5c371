import { articleUrl } from '../model/addresses.ts'
import { dayOf } from '../model/instant.ts'
import type { FeedIdentity } from '../model/ledger.ts'
import type { ChangeKind, LedgerChange, LedgerChanges } from './compare-ledgers.ts'
import { dateOf } from './merge-entries.ts'

/** How many lines are easy to read. */
const MOST_LINES = 40

/** The words for each kind after its number, in the order of the line. */
const WORDS: ReadonlyMap<ChangeKind, string> = new Map([
  ['new', 'new'],
  ['updated', 'updated'],
  ['moved', 'moved'],
  ['dated', 'with another date'],
  ['limited', 'with another end'],
  ['postponed', 'gone until a later date'],
  ['listed', 'taken into feeds'],
  ['unlisted', 'left out of feeds'],
  ['expired', 'expired'],
  ['withdrawn', 'withdrawn'],
  ['restored', 'restored'],
  ['dropped', 'dropped before it was shown'],
])

const FEED_WORDS: Readonly<Record<keyof FeedIdentity, string>> = {
  url: 'another address of the site',
  title: 'another title of the feed',
  language: 'another language of the feed',
}

/**
 * Renders all changes in one line, as subscribers see them: `2 new (1 of them scheduled), 1 updated, 1 moved; subscribers
 * will see 2 unread items`.
 */
export function renderChangeLine({ articles, feed }: LedgerChanges, unread: number): string {
  const counts = [...WORDS].flatMap(([kind, words]) => renderCount(kind, words, articles))
  const parts = [...counts, ...feed.map((name) => FEED_WORDS[name])]
  const told = parts.length === 0 ? 'nothing changes' : parts.join(', ')
  return unread === 0 && parts.length === 0 ? told : `${told}; subscribers will see ${countUnread(unread)}`
}

function renderCount(kind: ChangeKind, words: string, changes: readonly LedgerChange[]): string[] {
  const some = changes.filter((change) => change.kind === kind)
  if (some.length === 0) return []
  const scheduled = kind === 'dropped' ? 0 : some.filter(({ isScheduled }) => isScheduled).length
  const also = scheduled === 0 ? '' : ` (${some.length > 1 ? `${scheduled} of them ` : ''}scheduled)`
  return [`${some.length} ${words}${also}`]
}

function countUnread(unread: number): string {
  if (unread === 0) return 'no unread items'
  return `${unread} unread item${unread === 1 ? '' : 's'}`
}

/**
 * Renders a line for each change, `new: a.md → https://example.org/articles/a`, and then the number of the changes left
 * out.
 */
export function renderChangeList(
  { articles }: LedgerChanges,
  { url }: Pick<FeedIdentity, 'url'>,
): readonly string[] {
  const lines = articles.slice(0, MOST_LINES).map((change) => renderChange(change, url))
  const rest = articles.length - lines.length
  return rest > 0 ? [...lines, `and ${rest} more`] : lines
}

function renderChange({ kind, entry, before, isScheduled, isDraft }: LedgerChange, url: string): string {
  const address = articleUrl({ url }, entry.slug)
  const words = kind === 'postponed' ? `gone until ${dayOf(dateOf(entry))}` : (WORDS.get(kind) ?? kind)
  const also = isDraft ? ' (draft)' : isScheduled && kind !== 'dropped' ? ' (scheduled)' : ''
  const told = words + also
  const former = kind === 'moved' && before ? `, formerly ${articleUrl({ url }, before.slug)}` : ''
  return `${told}: ${entry.path} → ${address}${former}`
}
