import { pathOf, type SiteAtMoment } from './ask-site.ts'
import { type FeedItem, readArticle } from './read-items.ts'
import type { GivenArticle } from './record.ts'

/** What an article may not be given anew. */
const KEPT = ['id', 'url', 'published', 'updated'] as const

/** Tells each article of a record of which a site tells another id, address or date, or nothing. The first site that shows it counts. */
export async function compareArticles(
  articles: readonly GivenArticle[],
  sites: readonly SiteAtMoment[],
): Promise<readonly string[]> {
  const told: string[] = []
  for (const article of articles) {
    const item = await firstItem(sites, pathOf(article.url))
    told.push(
      ...(item
        ? compareItem(article, item)
        : [`${article.path}: there is no article at ${article.url} any more`]),
    )
  }
  return told
}

async function firstItem(sites: readonly SiteAtMoment[], address: string): Promise<FeedItem | undefined> {
  for (const site of sites) {
    const item = await readArticle(site, address)
    if (item !== undefined) return item
  }
  return undefined
}

/** Tells what an item of a feed, or an article's own JSON, tells otherwise than the record. */
export function compareItem(article: GivenArticle, item: FeedItem, where = 'its JSON'): readonly string[] {
  return KEPT.filter((key) => item[key] !== undefined && item[key] !== article[key]).map(
    (key) => `${article.path}: ${key} was ${article[key]} and is ${item[key]} in ${where}`,
  )
}
