import type { Article, ArticleId } from '../model/article.ts'
import { type Instant, instant } from '../model/instant.ts'
import type { Publication } from '../model/publication.ts'

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

/** An article that readers are told to take away, as long as they are told. */
export interface Tombstone {
  readonly id: ArticleId
  /** When it was taken away. */
  readonly when: Instant
  readonly until: Instant
}

/** What is shown at a moment. */
export interface State {
  /** The newest first. */
  readonly articles: readonly Article[]
  /** The latest first. */
  readonly tombstones: readonly Tombstone[]
}

/** A publication in time: which states it goes through, and when. */
export interface Timeline {
  /** The moment of the build: what is shown then has been shown for ever. */
  readonly at: Instant
  /** The moments after it at which something appears or goes, rising. */
  readonly moments: readonly Instant[]
  /** The last moment up to it at which something did. */
  readonly lastMoment?: Instant
  readonly stateAt: (moment: Instant) => State
}

/** Lays out a publication in time. */
export function createTimeline(publication: Publication, at: Instant): Timeline {
  const { articles } = publication
  const tombstones = findTombstones(publication)
  const moments = [
    ...articles.flatMap(({ published, expires }) =>
      expires === undefined ? [published] : [published, expires],
    ),
    ...tombstones.map(({ until }) => until),
  ].sort((a, b) => a - b)
  const lastMoment = moments.findLast((moment) => moment <= at)
  return {
    at,
    moments: [...new Set(moments.filter((moment) => moment > at))],
    ...(lastMoment !== undefined && { lastMoment }),
    stateAt: (moment) => ({
      articles: articles.filter((article) => isShown(article, moment)),
      tombstones: tombstones.filter(({ when, until }) => when <= moment && moment < until),
    }),
  }
}

function isShown({ published, expires }: Article, moment: Instant): boolean {
  return published <= moment && (expires === undefined || moment < expires)
}

/** Of what was withdrawn, and of what expires after it has been shown. */
function findTombstones({ articles, withdrawals, site }: Publication): readonly Tombstone[] {
  const days = site.feed.tombstoneDays
  if (days === 0) return []
  const expiring = articles.flatMap(({ id, published, expires, inFeeds }) =>
    expires !== undefined && published < expires && inFeeds ? [{ id, when: expires }] : [],
  )
  return [...withdrawals.map(({ id, withdrawn }) => ({ id, when: withdrawn })), ...expiring]
    .map(({ id, when }) => ({ id, when, until: instant(when + days * DAY_MILLISECONDS) }))
    .sort((a, b) => b.when - a.when)
}
