import type { ArticleFacts, ArticleId, Slug } from './article.ts'
import type { Asset } from './asset.ts'
import type { Instant } from './instant.ts'
import type { Site } from './site.ts'
import type { Term } from './term.ts'

/**
 * All that a folder of articles says, validated: what feeds and pages are made from. Of a large one, the content of the
 * articles is elsewhere.
 */
export interface Publication<Content = object> {
  readonly site: Site
  /** The newest first; of one instant, in the order of their paths. Drafts are not among them. */
  readonly articles: readonly (ArticleFacts & Content)[]
  /** Those that an article or the site shows, in the order of their paths. */
  readonly assets: readonly Asset[]
  /** All that is or was ever shown of them, in the order of their stems. */
  readonly terms: readonly Term[]
  /** The articles that are no longer there, in the order of their ids. */
  readonly withdrawals: readonly Withdrawal[]
  /** When anything that subscribers were given last changed: see {@link Ledger.changed}. */
  readonly changed: Instant
}

/** An article that was published and is no longer. */
export interface Withdrawal {
  readonly id: ArticleId
  /** All that it answered to, but for what another article is shown under by now. */
  readonly slugs: readonly Slug[]
  readonly withdrawn: Instant
}
