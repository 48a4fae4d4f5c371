import { type Bundle, packBundle } from '../bundle/bundle.ts'
import { represent } from '../bundle/represent.ts'
import { articleStem } from '../model/address.ts'
import type { Article } from '../model/article.ts'
import type { Compress } from '../model/compress.ts'
import type { Digest } from '../model/digest.ts'
import { type Instant, instant, laterOf } from '../model/instant.ts'
import { isShown } from '../model/is-shown.ts'
import type { Publication } from '../model/publication.ts'
import type { Stem } from '../model/resource.ts'
import { FEED_STEM, GONE_STEM, HOME_STEM, NOT_FOUND_STEM } from '../model/stems.ts'
import { renderSite, stylesheetStem } from './render-site.ts'
import { NEWS_MILLISECONDS } from './render-sitemaps.ts'
import { findTombstones, momentsOf } from './timeline.ts'

/** How many bytes of the most wanted resources ride inside the Worker, unless told otherwise. */
export const HOT_BYTES = 512 * 1024

/** What a publication is published with. */
export interface PublishSettings {
  /** What is due at this moment is shown at once; what is due later waits in the release for its moment. */
  readonly at: Instant
  readonly digest: Digest
  readonly compress: Compress
  readonly hotBytes?: number
  /** Whether it is only to be looked at beforehand. Default: no. */
  readonly preview?: boolean
  /** Told of each resource that is rendered and hashed: a large publication takes a while. */
  readonly onRendered?: () => void
}

/** A publication as a bundle: rendered, as it is at every moment, and packed. The same arguments give the same bytes. */
export function publish(publication: Publication, settings: PublishSettings): Bundle {
  const { site, articles } = publication
  const { at, digest, compress, hotBytes = HOT_BYTES, preview = false, onRendered = () => {} } = settings
  const resources = renderSite(publication, at, digest).map((rendered) => {
    onRendered()
    return represent(rendered, { digest, compress, deltas: site.feed.deltas })
  })
  const moments = momentsOf(articles, findTombstones(publication))
  return packBundle(resources, {
    about: {
      siteUrl: site.url,
      feedItems: site.feed.items,
      deltas: site.feed.deltas,
      preview,
      hubs: site.hubs,
      changed: lastChange(publication, moments, at),
      moments: [...new Set(moments.filter((moment) => moment > at))].sort((a, b) => a - b),
    },
    hotStems: hotStems(
      articles.filter((article) => isShown(article, at)),
      stylesheetStem(digest),
    ),
    hotBytes,
    digest,
  })
}

/** When a list last changed, up to the build: with anything that it may hold, or because something came due. */
function lastChange({ articles, changed }: Publication, moments: readonly Instant[], at: Instant): Instant {
  const news = articles.map(({ published }) => instant(published + NEWS_MILLISECONDS))
  return [...moments, ...news, ...articles.map(({ updated }) => updated)]
    .filter((moment) => moment <= at)
    .reduce(laterOf, changed)
}

/** What is asked for most, the most wanted first: what everybody sees, then the newest articles. */
function hotStems(articles: readonly Article[], style: Stem): readonly Stem[] {
  const everybodys = [NOT_FOUND_STEM, FEED_STEM, HOME_STEM, style, GONE_STEM]
  return [...everybodys, ...articles.map(({ slug }) => articleStem(slug))]
}
