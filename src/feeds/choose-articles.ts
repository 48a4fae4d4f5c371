import type { ArticleFacts } from '../model/article.ts'
import type { FeedSettings } from '../model/site.ts'

/**
 * Chooses the articles of a feed: the first of `articles` that may be in feeds, up to the settings' number of items and
 * bytes of JSON Feed; at least one if there is any. `weigh` returns the bytes of an article's JSON item.
 */
export function chooseFeedArticles(
  articles: readonly ArticleFacts[],
  settings: FeedSettings,
  weigh: (article: ArticleFacts) => number,
): readonly ArticleFacts[] {
  const candidates = articles.filter(({ inFeeds }) => inFeeds).slice(0, settings.items)
  let bytes = 0
  const tooMuch = candidates.findIndex((article, index) => {
    bytes += weigh(article)
    return index > 0 && bytes > settings.bytes
  })
  return tooMuch < 0 ? candidates : candidates.slice(0, tooMuch)
}
