import type { ArticleFacts } from '../model/article.ts'
import { compareText } from '../model/compare-text.ts'
import type { Instant } from '../model/instant.ts'

/** How many articles an archive holds. Whole texts of ordinary length then come to about what a feed may. */
const ARCHIVE_ARTICLES = 50

/** All that was ever published, in blocks that stay as they are once they are full (RFC 5005 §4). */
export interface Archive {
  /** From the oldest on: the number of each is its place here, from 1. */
  readonly blocks: readonly Block[]
  /** How many of them there are at a moment. */
  readonly countAt: (moment: Instant) => number
  /** The last block that is full at a moment, if any is. */
  readonly lastFullAt: (moment: Instant) => number | undefined
}

/** Articles that were published one after another. */
export interface Block {
  readonly number: number
  /** The newest first. */
  readonly articles: readonly ArticleFacts[]
}

/**
 * Divides articles into blocks by their numbers, which the ledger keeps. What has none yet, because it is still to come,
 * is given the next ones in the order in which it will be published.
 */
export function createArchive(articles: readonly ArticleFacts[]): Archive {
  const last = articles.reduce((most, { number = 0 }) => Math.max(most, number), 0)
  const coming = articles
    .filter(({ number }) => number === undefined)
    .sort((a, b) => a.published - b.published || compareText(a.id, b.id))
  const numbers = new Map(coming.map((article, index) => [article, last + index + 1]))
  const numberOf = (article: ArticleFacts) => article.number ?? numbers.get(article) ?? 0
  const groups = Map.groupBy(articles, (article) => blocksFor(numberOf(article)))
  const publishedAt = (moment: Instant) => last + coming.filter(({ published }) => published <= moment).length
  return {
    blocks: Array.from({ length: blocksFor(last + coming.length) }, (_, index) => ({
      number: index + 1,
      articles: (groups.get(index + 1) ?? []).toSorted((a, b) => numberOf(b) - numberOf(a)),
    })),
    countAt: (moment) => blocksFor(publishedAt(moment)),
    lastFullAt: (moment) => Math.floor(publishedAt(moment) / ARCHIVE_ARTICLES) || undefined,
  }
}

/** How many blocks so many articles fill or begin. */
function blocksFor(articles: number): number {
  return Math.ceil(articles / ARCHIVE_ARTICLES)
}
