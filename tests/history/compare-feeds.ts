import { addressOf, type SiteAtMoment } from './ask-site.ts'
import { compareItem } from './compare-articles.ts'
import { FEED_FORMS, readItems } from './read-items.ts'
import type { GivenArticle, GivenFeed } from './record.ts'

/** A feed as it is asked for, and the ids that it had. */
export interface AskedFeed {
  readonly site: SiteAtMoment
  readonly stem: string
  readonly ids: readonly string[]
  readonly forms: readonly (typeof FEED_FORMS)[number][]
}

/**
 * The main feed and the archives in each form as they were then, and in one form when all is due. Nothing is posted
 * again where they hold the same ids in the same order.
 */
export function mainFeeds(
  feeds: readonly GivenFeed[],
  now: SiteAtMoment,
  later: SiteAtMoment,
): readonly AskedFeed[] {
  return feeds
    .filter(({ stem }) => stem === '/feed' || stem.startsWith('/archive/'))
    .flatMap((feed) => [
      ...(feed.now.length === 0 ? [] : [{ site: now, stem: feed.stem, ids: feed.now, forms: FEED_FORMS }]),
      ...[{ site: later, stem: feed.stem, ids: feed.later, forms: ['json'] as const }],
    ])
}

/** Tells what a feed has otherwise than the record: other items, another order, or another date of one. */
export async function compareFeed(
  { site, stem, ids, forms }: AskedFeed,
  articles: ReadonlyMap<string, GivenArticle>,
): Promise<readonly string[]> {
  const told: string[] = []
  for (const form of forms) {
    const where = `${stem}.${form}`
    const items = await readItems(site, addressOf(stem, ''), form)
    const found = items.map(({ id }) => id)
    const nameOf = (id: string) => articles.get(id)?.path ?? id
    told.push(
      ...found.filter((id) => !ids.includes(id)).map((id) => `${nameOf(id)}: is posted again in ${where}`),
      ...ids.filter((id) => !found.includes(id)).map((id) => `${nameOf(id)}: is not in ${where} any more`),
    )
    if (told.length === 0 && found.join(' ') !== ids.join(' '))
      told.push(`${where}: its items are in another order`)
    for (const item of items) {
      const article = articles.get(item.id)
      // Of RSS's date only the seconds are told.
      if (article) told.push(...compareItem(form === 'rss' ? toTheSecond(article) : article, item, where))
    }
  }
  return told
}

function toTheSecond(article: GivenArticle): GivenArticle {
  return { ...article, published: `${article.published.slice(0, 19)}.000Z` }
}

/** Articles whose settings are taken for text today: once they are read, they may be filed under other terms. */
const TO_BE_FILED_ANEW = /^(?:capital-keys|below-the-top|other-kinds)\//

/**
 * Tells what the feed of a tag, author, section or language has lost, and what it shows that nobody was given before. It
 * may gain articles that were given elsewhere, and one that is full lets go of its oldest for them.
 */
export async function compareTermFeed(
  { site, stem, ids }: AskedFeed,
  articles: ReadonlyMap<string, GivenArticle>,
): Promise<readonly string[]> {
  const items = await readItems(site, addressOf(stem, ''), 'json')
  const found = new Set(items.map(({ id }) => id))
  const gained = items.filter(({ id }) => !ids.includes(id)).length
  const lost = ids.flatMap((id) => articles.get(id) ?? []).filter(({ id }) => !found.has(id))
  const unfair = lost
    .filter(({ path }) => !TO_BE_FILED_ANEW.test(path))
    .slice(0, Math.max(0, lost.length - gained))
  return [
    ...unfair.map(({ path }) => `${path}: is not in ${stem}.json any more`),
    ...items.flatMap((item) => {
      const article = articles.get(item.id)
      return article ? compareItem(article, item, `${stem}.json`) : [`${item.id}: is new in ${stem}.json`]
    }),
  ]
}
