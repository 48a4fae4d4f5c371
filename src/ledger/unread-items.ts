import type { ArticleFacts } from '../model/article.ts'
import { isShown } from '../model/article.ts'
import type { Instant } from '../model/instant.ts'
import type { Ledger } from '../model/ledger.ts'
import type { Publication } from '../model/publication.ts'
import { isEntryShown } from './is-entry-shown.ts'

/** The articles in the main feed at a moment, the newest first, up to its number of items. */
export function feedItems({ site, articles }: Publication, at: Instant): readonly ArticleFacts[] {
  return articles.filter((article) => article.inFeeds && isShown(article, at)).slice(0, site.feed.items)
}

/** The items of the main feed that readers will show as unread: they are new to subscribers, or were withdrawn before. */
export function unreadItems(
  publication: Publication,
  before: Ledger | undefined,
  at: Instant,
): readonly ArticleFacts[] {
  const given = (before?.entries ?? []).filter((entry) => entry.inFeeds && isEntryShown(entry, at))
  const known = new Set(given.map(({ id }) => id))
  return feedItems(publication, at).filter(({ id }) => !known.has(id))
}
