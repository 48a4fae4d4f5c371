import type { ArticleFacts } from '../model/article.ts'
import { compareText } from '../model/compare-text.ts'
import type { Instant } from '../model/instant.ts'

/**
 * The number of articles in an archive. With whole texts of ordinary length, an archive is then about as large as a
 * feed may be.
 */
export const ARCHIVE_ARTICLES = 50

/** Everything that was ever published, in blocks that never change once they are full (RFC 5005 §4). */
export interface Archive {
  /** From the oldest on. The number of a block is its index plus 1. */
  readonly blocks: readonly Block[]
  /** Returns the number of blocks at a moment. */
  readonly countAt: (moment: Instant) => number
  /** Returns the number of the last full block at a moment. Undefined if none is full. */
  readonly lastFullAt: (moment: Instant) => number | undefined
}

/** Articles that were published one after another. */
export interface Block {
  readonly number: number
  /** The newest first. */
  readonly articles: readonly ArticleFacts[]
}

/**
 * Divides articles into blocks by their numbers in the ledger. Articles without a number are planned for later; they
 * get the next numbers in the order of their publication.
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

/** Returns how many blocks a number of articles needs. */
function blocksFor(articles: number): number {
  return Math.ceil(articles / ARCHIVE_ARTICLES)
}
