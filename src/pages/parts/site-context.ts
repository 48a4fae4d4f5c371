import type { FeedDescription } from '../../model/feed-description.ts'
import type { Site } from '../../model/site.ts'

/** What every page of a site has round it. */
export interface SiteContext {
  readonly site: Site
  /** The main feed, which every page announces. */
  readonly feed: FeedDescription
  /** The absolute URL of the stylesheet, which changes with its bytes. */
  readonly style: string
}
