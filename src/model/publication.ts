import type { Article } from './article.ts'
import type { Asset } from './asset.ts'
import type { Site } from './site.ts'

/** All that a folder of articles says, validated: what feeds and pages are made from. */
export interface Publication {
  readonly site: Site
  /** The newest first; of one instant, in the order of their paths. Drafts are not among them. */
  readonly articles: readonly Article[]
  /** Those that an article or the site shows, in the order of their paths. */
  readonly assets: readonly Asset[]
}
