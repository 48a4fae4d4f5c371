import type { ArticleFacts, ArticleId } from '../model/article.ts'
import { isShown } from '../model/article.ts'
import { type Instant, instant } from '../model/instant.ts'
import type { Publication } from '../model/publication.ts'

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

/** An article that readers are told to take away, as long as they are told. */
export interface Tombstone {
  readonly id: ArticleId
  readonly atomId?: string
  /** When it was taken away. */
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

/** Some articles in time: which states they go through, and when. */
export interface Timeline {
  /** The moment of the build: what is shown then has been shown for ever. */
  readonly at: Instant
  /** The moments after it at which something appears or goes, rising. */
  readonly moments: readonly Instant[]
  readonly stateAt: (moment: Instant) => State
}

/** Lays articles out in time, and the tombstones that go with them. */
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

/** Every moment, past or to come, at which something of these appears or goes. */
export function momentsOf(
  articles: readonly Pick<ArticleFacts, 'published' | 'expires'>[],
  tombstones: readonly Tombstone[],
): readonly Instant[] {
  return [
    ...articles.flatMap(({ published, expires }) =>
      expires === undefined ? [published] : [published, expires],
    ),
    // The ledger's moment may be one that the clock of the build has not come to.
    ...tombstones.flatMap(({ when, until }) => [when, until]),
  ]
}

/** Of what was withdrawn, and of what expires after it has been shown; the latest first. */
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
