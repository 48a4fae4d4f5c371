import type { RepresentSettings } from '../bundle/represent.ts'
import type { Compress } from '../model/compress.ts'
import type { Digest } from '../model/digest.ts'
import type { Instant } from '../model/instant.ts'
import type { SiteFrame } from '../pages/site-frame.ts'

/** What everything of a publication is rendered with. */
export interface RenderContext {
  readonly frame: SiteFrame
  /** The moment of the build. */
  readonly at: Instant
  readonly digest: Digest
  readonly compress: Compress
}

/** What the resources of a publication are represented with. */
export function representSettings({ frame, digest, compress }: RenderContext): RepresentSettings {
  return { digest, compress, deltas: frame.site.feed.deltas }
}
