import type { RepresentSettings } from '../bundle/represent.ts'
import type { FeedFormat } from '../model/feed-format.ts'
import type { Instant } from '../model/instant.ts'
import type { Compress, Digest } from '../model/runtime.ts'
import type { SiteContext } from '../pages/parts/site-context.ts'

/** The context in which a whole publication is rendered. */
export interface RenderContext {
  readonly siteContext: SiteContext
  /** The formats of all feeds. */
  readonly formats: readonly FeedFormat[]
  /** The moment of the build. */
  readonly at: Instant
  readonly digest: Digest
  readonly compress: Compress
}

/** Returns the settings with which resources are represented. */
export function representSettings({ siteContext, digest, compress }: RenderContext): RepresentSettings {
  return { digest, compress, deltas: siteContext.site.feed.deltas }
}
