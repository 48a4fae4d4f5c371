import type { Article } from '../model/article.ts'
import type { Instant } from '../model/instant.ts'
import type { Ledger } from '../model/ledger.ts'
import type { Publication } from '../model/publication.ts'

/** The articles that the main feed holds at a moment, the newest first, as far as its number of items goes. */
export function feedItems({ site, articles }: Publication, at: Instant): readonly Article[] {
  return articles
    .filter(({ inFeeds, published, expires }) => inFeeds && published <= at && !(expires && expires <= at))
    .slice(0, site.feed.items)
}

/** Those of them that subscribers have not been given yet, so that they see them as unread. */
export function unreadItems(
  publication: Publication,
  before: Ledger | undefined,
  at: Instant,
): readonly Article[] {
  const known = new Set(
    (before?.entries ?? []).filter(({ withdrawn }) => withdrawn === undefined).map(({ id }) => id),
  )
  return feedItems(publication, at).filter(({ id }) => !known.has(id))
}
