import { Budget } from '../../import/budget.ts'
import { absoluteUrl } from '../../import/complete-item.ts'
import { READ_LIMITS, type ReadLimits } from '../../import/limits.ts'
import type { FeedItem } from '../../ledger/feed-item.ts'
import { openFile, openUrl } from './open-feed.ts'
import { type FetchedPage, readDocument, refuseFeed } from './read-document.ts'

/** All items of a feed, and remarks for the user. */
export interface FetchedFeed {
  readonly items: readonly FeedItem[]
  /** Each is a sentence: another host answered, or pages at another host were left out. */
  readonly remarks: readonly string[]
}

/**
 * Reads all items of a feed from an address or a file, in any format. At an address, it follows the pages of the feed, as
 * long as they are on the same host. Throws a UsageError that says what is wrong, also if the feed exceeds the limits.
 */
export async function readFeed(from: string, limits: ReadLimits = READ_LIMITS): Promise<FetchedFeed> {
  const budget = new Budget(limits)
  const items: FeedItem[] = []
  const keep = (item: FeedItem) => void items.push(item)
  if (/^https?:/i.test(from)) return { items, remarks: await readPages(from, budget, keep) }
  await readDocument(from, async () => openFile(from, budget), budget, keep)
  return { items, remarks: [] }
}

async function readPages(
  from: string,
  budget: Budget,
  keep: (item: FeedItem) => void,
): Promise<readonly string[]> {
  const { mostPages, totalMilliseconds } = budget.limits
  const signal = AbortSignal.timeout(totalMilliseconds)
  const remarks = new Map<string, string>()
  const seen = new Set<string>()
  const origins = new Set([new URL(from).origin])
  let next: string | undefined = from
  while (next !== undefined && !seen.has(next)) {
    const url: string = next
    if (seen.size === mostPages) throw refuseFeed(from, `it has more than ${mostPages} pages`)
    seen.add(url)
    const page: FetchedPage = await readDocument(
      url,
      () => openUrl(url, budget, signal),
      budget,
      keep,
      signal,
    )
    const { host, origin } = new URL(page.url)
    if (host !== new URL(url).host)
      remarks.set(host, `Another host answered than was asked: ${url} leads to ${page.url}`)
    // If the feed has moved, its older pages are at the new address.
    if (url === from) origins.add(origin)
    const older = absoluteUrl(page.head.next, page.url)
    next = older !== undefined && origins.has(new URL(older).origin) ? older : undefined
    if (older !== next) remarks.set('', `Older items are at another host, and were not read: ${older}`)
  }
  return [...remarks.values()]
}
