import type { ArticleFacts } from '../model/article.ts'
import type { FeedSettings } from '../model/site.ts'

/**
 * The articles that a feed holds: the first ones of `articles` that may be in feeds, up to the number of items and
 * the bytes of JSON Feed that the settings allow; at least one where there is one.
 * `weigh` gives the bytes of an article's JSON item.
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
