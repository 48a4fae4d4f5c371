import type { ArticleFacts, ArticleId, Slug } from './article.ts'
import type { Asset } from './asset.ts'
import type { Instant } from './instant.ts'
import type { Site } from './site.ts'
import type { Term } from './term.ts'

/**
 * A folder of articles, validated: the source of feeds and pages. In a large build, the content of the articles is in
 * blobs.
 */
export interface Publication<Content = object> {
  readonly site: Site
  /** The newest first; at the same moment, in the order of their paths. Without drafts. */
  readonly articles: readonly (ArticleFacts & Content)[]
  /** The files that an article or the site shows, in the order of their paths. */
  readonly assets: readonly Asset[]
  /** All terms that were ever shown, in the order of their stems. */
  readonly terms: readonly Term[]
  /** The articles that no longer exist, in the order of their ids. */
  readonly withdrawals: readonly Withdrawal[]
  /** When anything that subscribers have last changed: see {@link Ledger.changed}. */
  readonly changed: Instant
}

/** An article that was published and no longer exists. */
export interface Withdrawal {
  readonly id: ArticleId
  /** Its id in Atom, if `id` is not a URI. */
  readonly atomId?: string
  /** All its slugs, without those under which another article is shown now. */
  readonly slugs: readonly Slug[]
  readonly withdrawn: Instant
}
