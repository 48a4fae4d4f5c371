import type { Article } from '../model/article.ts'
import { EPOCH, type Instant } from '../model/instant.ts'

/** Which articles are shown from a moment on. */
export interface State {
  readonly from: Instant
  readonly articles: readonly Article[]
}

/**
 * The states that a publication goes through, by rising moment: first what is shown at `at`, which holds since the
 * epoch, so that the same state gives the same bytes whenever it is built; then one for each later moment at which
 * an article appears or expires.
 */
export function statesFrom(articles: readonly Article[], at: Instant): readonly State[] {
  const moments = articles
    .flatMap(({ published, expires }) => (expires === undefined ? [published] : [published, expires]))
    .filter((moment) => moment > at)
  const later = [...new Set(moments)].sort((a, b) => a - b)
  return [
    { from: EPOCH, articles: shownAt(articles, at) },
    ...later.map((from) => ({ from, articles: shownAt(articles, from) })),
  ]
}

function shownAt(articles: readonly Article[], moment: Instant): readonly Article[] {
  return articles.filter(
    ({ published, expires }) => published <= moment && (expires === undefined || moment < expires),
  )
}
