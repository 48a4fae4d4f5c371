import type { FeedItem } from '../ledger/feed-item.ts'
import { readFeedDate } from './feed-date.ts'
import { MOST_FIELD } from './limits.ts'

/** An item as written, with the same names for every format. */
export interface WrittenItem {
  readonly id: string | undefined
  readonly isAtom?: boolean
  readonly link: string | undefined
  readonly title: string | undefined
  readonly published: string | undefined
  readonly updated: string | undefined
  /** Whether the item has no id of its own, so that readers use another value. */
  readonly isUnidentified: boolean
}

/** Completes an item with an absolute link and parsed moments. Returns undefined if its id is missing or too long. */
export function completeItem(
  { id, isAtom = false, link, title, published, updated }: WrittenItem,
  base: string,
): FeedItem | undefined {
  if (id === undefined || id === '' || id.length > MOST_FIELD) return undefined
  const url = absoluteUrl(link, base)
  const [begun, changed] = [readFeedDate(published), readFeedDate(updated)]
  return {
    id,
    ...(isAtom && { isAtom }),
    ...(url !== undefined && { link: url }),
    ...(title !== undefined && { title: title.slice(0, MOST_FIELD) }),
    ...(begun !== undefined && { published: begun }),
    ...(changed !== undefined && { updated: changed }),
  }
}

/** Makes a link absolute. Gives undefined if it is not a URL, or too long to request. */
export function absoluteUrl(link: string | undefined, base: string): string | undefined {
  if (link === undefined || link.length > MOST_FIELD || !URL.canParse(link, base)) return undefined
  return new URL(link, base).href
}
