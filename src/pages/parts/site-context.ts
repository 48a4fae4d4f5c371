import type { FeedDescription } from '../../model/feed-description.ts'
import type { Site } from '../../model/site.ts'

/** The context that all pages of a site share. */
export interface SiteContext {
  readonly site: Site
  /** The main feed, which every page links to. */
  readonly feed: FeedDescription
  /** The absolute URL of the stylesheet, which changes with its bytes. */
  readonly style: string
}
