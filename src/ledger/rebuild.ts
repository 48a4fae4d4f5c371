import { type ArticleFacts, isSlug } from '../model/article.ts'
import { compareText } from '../model/compare-text.ts'
import { type Instant, laterOf } from '../model/instant.ts'
import type { Ledger, LedgerEntry } from '../model/ledger.ts'
import type { Publication } from '../model/publication.ts'
import { articleId, isUri } from './article-id.ts'
import { distinctMoments } from './distinct-moments.ts'
import { type FeedItem, slugOfLink } from './feed-item.ts'
import { matchItems } from './match-items.ts'
import { highestNumber } from './number-entries.ts'
import { feedItems } from './unread-items.ts'

/** What a ledger is made anew from. */
export interface RebuildSources {
  readonly publication: Publication
  /** The ledger that its folder gives by itself. */
  readonly begun: Ledger
  /** All items of the feed that subscribers have been given. */
  readonly items: readonly FeedItem[]
  readonly at: Instant
}

/** A ledger that was made anew, and how well that went. */
export interface Rebuilt {
  readonly ledger: Ledger
  /** The items of which each has its article. */
  readonly matched: readonly FeedItem[]
  /** Those that no article is recognised in. */
  readonly unmatched: readonly FeedItem[]
  /** Those whose ids cannot be kept, because they are no URIs. */
  readonly refused: readonly FeedItem[]
  /** The articles that are in no item and so are new. */
  readonly fresh: readonly ArticleFacts[]
  /** Those that are older than the feed: its subscribers have been given them once. */
  readonly archived: readonly ArticleFacts[]
  /** Those of them that are in our feed, where the old one had too few items for them. */
  readonly resurfacing: readonly ArticleFacts[]
}

/** Makes a ledger of a feed: its articles keep the ids, addresses and moments that subscribers know. */
export function rebuildLedger({ publication, begun, items, at }: RebuildSources): Rebuilt {
  const distinct = [...Map.groupBy(items, ({ id }) => id).values()].flatMap(([first]) => first ?? [])
  const usable = distinct.filter(({ id }) => isUri(id))
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
    const entry = keepItem(draft, item, slugs, at)
    slugs.add(entry.slug)
    return entry
  })
  const ids = new Set(kept.map(({ id }) => id))
  const old = archived.flatMap(({ id }) => (ids.has(id) ? [] : (drafts.get(id) ?? [])))
  return {
    ledger: { ...begun, entries: withinBounds(spread([...kept, ...old])) },
    matched: [...found.keys()],
    unmatched: usable.filter((item) => !found.has(item)),
    refused: distinct.filter(({ id }) => !isUri(id)),
    fresh: rest.filter((article) => !isArchived(article)),
    archived,
    resurfacing: feedItems(publication, at).filter((article) => archived.includes(article)),
  }
}

/** When the oldest item was published: as it says itself, else as its article does. */
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
  // What is in a feed has been published, whatever its clock said.
  const published = item.published !== undefined && item.published < at ? item.published : earlierOf(date, at)
  // What the writer says of an update is told anew by the next build.
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

/** Few of many articles may be known by now: what has too high a number for them is given one by the next build. */
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
