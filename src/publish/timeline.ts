import type { ArticleFacts, ArticleId } from '../model/article.ts'
import { isShown } from '../model/article.ts'
import { type Instant, instant } from '../model/instant.ts'
import type { Publication } from '../model/publication.ts'

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

/** An article that readers should delete, with the time for which feeds say so. */
export interface Tombstone {
  readonly id: ArticleId
  readonly atomId?: string
  /** When it was withdrawn. */
  readonly when: Instant
  readonly until: Instant
}

/** What is shown at a moment. */
export interface State {
  /** The newest first. */
  readonly articles: readonly ArticleFacts[]
  /** The latest first. */
  readonly tombstones: readonly Tombstone[]
}

/** The states of some articles over time. */
export interface Timeline {
  /** The moment of the build. Its state also counts for all earlier moments. */
  readonly at: Instant
  /** Later moments at which something appears or disappears, rising. */
  readonly moments: readonly Instant[]
  readonly stateAt: (moment: Instant) => State
}

/** Makes the timeline of articles and of the tombstones that belong to them. */
export function createTimeline(
  articles: readonly ArticleFacts[],
  tombstones: readonly Tombstone[],
  at: Instant,
): Timeline {
  const moments = momentsOf(articles, tombstones).filter((moment) => moment > at)
  return {
    at,
    moments: [...new Set(moments)].sort((a, b) => a - b),
    stateAt: (moment) => ({
      articles: articles.filter((article) => isShown(article, moment)),
      tombstones: tombstones.filter(({ when, until }) => when <= moment && moment < until),
    }),
  }
}

/** Returns all moments, past and future, at which one of these articles or tombstones appears or disappears. */
export function momentsOf(
  articles: readonly Pick<ArticleFacts, 'published' | 'expires'>[],
  tombstones: readonly Tombstone[],
): readonly Instant[] {
  return [
    ...articles.flatMap(({ published, expires }) =>
      expires === undefined ? [published] : [published, expires],
    ),
    // A moment from the ledger may be later than the clock of this build.
    ...tombstones.flatMap(({ when, until }) => [when, until]),
  ]
}

/** Returns the tombstones of withdrawn articles, and of articles that expire after they were shown; the latest first. */
export function findTombstones({ articles, withdrawals, site }: Publication): readonly Tombstone[] {
  const days = site.feed.tombstoneDays
  if (days === 0) return []
  const expiring = articles.flatMap((article) => {
    const { published, expires, inFeeds } = article
    return expires !== undefined && published < expires && inFeeds ? [{ article, when: expires }] : []
  })
  return [...withdrawals.map((article) => ({ article, when: article.withdrawn })), ...expiring]
    .map(({ article: { id, atomId }, when }) => ({
      ...{ id, when, until: instant(when + days * DAY_MILLISECONDS) },
      ...(atomId !== undefined && { atomId }),
    }))
    .sort((a, b) => b.when - a.when)
}
