import { isSlug, type Slug } from '../model/article.ts'
import type { Instant } from '../model/instant.ts'

/** An item of another tool's feed, in any format, with the values that identify its article. */
export interface FeedItem {
  /** Its exact id in readers: a guid, an Atom id, or the link if it has neither. */
  readonly id: string
  /** Whether it comes from Atom. Our ids are always URIs there, but not in other formats. */
  readonly isAtom?: boolean
  /** An absolute URL. */
  readonly link?: string
  readonly title?: string
  readonly published?: Instant
  readonly updated?: Instant
}

/** The last part of the path of an item's link, without its extension: `my-post` for `https://x.site/2024/my-post/`. */
export function nameOfLink({ link = '' }: Pick<FeedItem, 'link'>): string | undefined {
  if (!URL.canParse(link)) return undefined
  const parts = new URL(link).pathname.replace(/(?:\/index)?\.(?:html?|php|aspx?)$/, '').split('/')
  return parts.findLast((part) => part !== '')
}

/** The same, if it is a valid slug. */
export function slugOfLink(item: Pick<FeedItem, 'link'>): Slug | undefined {
  const name = nameOfLink(item)
  return name !== undefined && isSlug(name) ? name : undefined
}
