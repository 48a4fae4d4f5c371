import { type ArticleFacts, isSlug } from '../model/article.ts'
import { compareText } from '../model/compare-text.ts'
import { type Instant, laterOf } from '../model/instant.ts'
import type { Ledger, LedgerEntry } from '../model/ledger.ts'
import type { Publication } from '../model/publication.ts'
import { articleId, atomId, idBehindAtom, isFeedId } from './article-id.ts'
import { distinctMoments } from './distinct-moments.ts'
import { type FeedItem, slugOfLink } from './feed-item.ts'
import { matchItems } from './match-items.ts'
import { highestNumber } from './number-entries.ts'
import { feedItems } from './unread-items.ts'

/** The sources of a rebuilt ledger. */
export interface RebuildSources {
  readonly publication: Publication
  /** The ledger that a first build of the folder would write. */
  readonly begun: Ledger
  /** All items of the feed that subscribers have. */
  readonly items: readonly FeedItem[]
  readonly at: Instant
}

/** A rebuilt ledger, with the results of the matching. */
export interface Rebuilt {
  readonly ledger: Ledger
  /** The items that have an article. */
  readonly matched: readonly FeedItem[]
  /** The items without an article. */
  readonly unmatched: readonly FeedItem[]
  /** The items whose ids are not valid in a feed. */
  readonly refused: readonly FeedItem[]
  /** The articles without an item: they are new. */
  readonly fresh: readonly ArticleFacts[]
  /** The articles that are older than the feed: its subscribers have had them. */
  readonly archived: readonly ArticleFacts[]
  /** The archived articles that are in our feed, because the old one had fewer items. */
  readonly resurfacing: readonly ArticleFacts[]
}

/** Makes a ledger from a feed. Its articles keep the ids, addresses and moments that subscribers know. */
export function rebuildLedger({ publication, begun: current, items: read, at }: RebuildSources): Rebuilt {
  const { begun, items } = behindAtom(current, read)
  const distinct = [...Map.groupBy(items, ({ id }) => id).values()].flatMap(([first]) => first ?? [])
  const usable = distinct.filter(({ id }) => isFeedId(id))
  const found = matchItems(usable, publication.articles)
  const known = new Set(found.values())

  const first = earliestOf(distinct, found)
  const isArchived = (article: ArticleFacts) => first !== undefined && article.published < first
  const rest = publication.articles.filter((article) => !known.has(article))
  const archived = rest.filter(isArchived)

  const drafts = new Map(begun.entries.map((entry) => [entry.id, entry]))
  const slugs = new Set(begun.entries.map(({ slug }) => slug))
  const kept = [...found].flatMap(([item, { id }]) => {
    const draft = drafts.get(id)
    if (draft === undefined) return []
    const isSameId = item.isAtom && atomId(current, draft.id) === item.id
    const entry = keepItem(draft, isSameId ? { ...item, id: draft.id } : item, slugs, at)
    slugs.add(entry.slug)
    return entry
  })
  const ids = new Set(kept.map(({ id }) => id))
  const old = archived.flatMap(({ id }) => (ids.has(id) ? [] : (drafts.get(id) ?? [])))
  return {
    ledger: { ...begun, entries: withinBounds(spread([...kept, ...old])) },
    matched: [...found.keys()],
    unmatched: usable.filter((item) => !found.has(item)),
    refused: distinct.filter(({ id }) => !isFeedId(id)),
    fresh: rest.filter((article) => !isArchived(article)),
    archived,
    resurfacing: feedItems(publication, at).filter((article) => archived.includes(article)),
  }
}

/**
 * Restores the ids behind the tag URIs of an Atom feed of ours, which the other formats have unchanged. Also sets the
 * ledger's year to the one in these URIs, so that it makes the same URIs again.
 */
function behindAtom(
  begun: Ledger,
  items: readonly FeedItem[],
): { readonly begun: Ledger; readonly items: readonly FeedItem[] } {
  const behind = items.map((item) => ({ item, own: item.isAtom ? idBehindAtom(begun, item.id) : undefined }))
  const year = behind.reduce((first, { own }) => Math.min(first, own?.year ?? first), begun.year)
  return {
    begun: { ...begun, year: Math.max(1, year) },
    items: behind.map(({ item, own }) => (own === undefined ? item : { ...item, id: own.id })),
  }
}

/** When the oldest item was published: by its own date, or else by its article's. */
function earliestOf(
  items: readonly FeedItem[],
  found: ReadonlyMap<FeedItem, ArticleFacts>,
): Instant | undefined {
  return items
    .flatMap((item) => item.published ?? found.get(item)?.published ?? [])
    .reduce<Instant | undefined>(
      (first, next) => (first === undefined ? next : earlierOf(first, next)),
      undefined,
    )
}

function keepItem(draft: LedgerEntry, item: FeedItem, slugs: ReadonlySet<string>, at: Instant): LedgerEntry {
  const date = draft.dated ?? draft.published
  const link = slugOfLink(item)
  // An item of a feed has been published, even if its date is in the future.
  const published = item.published !== undefined && item.published < at ? item.published : earlierOf(date, at)
  // The next build applies the writer's date of an update.
  const { dated: _dated, told: _told, ...rest } = draft
  return {
    ...rest,
    id: articleId(item.id),
    slug: link !== undefined && isSlug(link) && !slugs.has(link) ? link : draft.slug,
    published,
    ...(date !== published && { dated: date }),
    updated: laterOf(item.updated ?? published, date),
    changed: at,
  }
}

function earlierOf(a: Instant, b: Instant): Instant {
  return a < b ? a : b
}

/** Removes numbers that are too high for a small ledger. The next build gives such an article another. */
function withinBounds(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const highest = highestNumber(entries.length)
  return entries.map(({ number, ...entry }) =>
    number === undefined || number > highest ? entry : { ...entry, number },
  )
}

function spread(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const inOrder = entries.toSorted((a, b) => compareText(a.id, b.id))
  const moments = distinctMoments(
    [],
    inOrder.map(({ id, updated }) => ({ key: id, moment: updated })),
  )
  return inOrder.map((entry) => ({ ...entry, updated: moments.get(entry.id) ?? entry.updated }))
}
