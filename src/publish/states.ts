import type { Article } from '../model/article.ts'
import { EPOCH, type Instant } from '../model/instant.ts'

/** Which articles are shown from a moment on. */
export interface State {
  readonly from: Instant
  readonly articles: readonly Article[]
  /** When an article last left by itself, if one has: since then everything that lists articles is another. */
  readonly lastExpiry?: Instant
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
  return [{ ...stateAt(articles, at), from: EPOCH }, ...later.map((moment) => stateAt(articles, moment))]
}

function stateAt(articles: readonly Article[], moment: Instant): State {
  const expired = articles.flatMap(({ expires }) =>
    expires === undefined || expires > moment ? [] : [expires],
  )
  const lastExpiry = expired.toSorted((a, b) => a - b).at(-1)
  const shown = articles.filter(
    ({ published, expires }) => published <= moment && (expires === undefined || moment < expires),
  )
  return { from: moment, articles: shown, ...(lastExpiry !== undefined && { lastExpiry }) }
}
