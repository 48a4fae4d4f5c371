import { type Bundle, packBundle } from '../bundle/bundle.ts'
import { represent } from '../bundle/represent.ts'
import { articleStem } from '../model/address.ts'
import type { Digest } from '../model/digest.ts'
import { EPOCH, type Instant, laterOf } from '../model/instant.ts'
import type { Publication } from '../model/publication.ts'
import type { Stem } from '../model/resource.ts'
import { FEED_STEM, GONE_STEM, HOME_STEM, NOT_FOUND_STEM, STYLE_STEM } from '../model/stems.ts'
import { renderSite } from './render-site.ts'
import { createTimeline, type State } from './timeline.ts'

/** How many bytes of the most wanted resources ride inside the Worker, unless told otherwise. */
export const HOT_BYTES = 512 * 1024

/** What a publication is published with. */
export interface PublishSettings {
  /** What is due at this moment is shown at once; what is due later waits in the release for its moment. */
  readonly at: Instant
  readonly digest: Digest
  readonly hotBytes?: number
  /** Told of each resource that is rendered and hashed: a large publication takes a while. */
  readonly onRendered?: () => void
}

/** A publication as a bundle: rendered, as it is at every moment, and packed. The same arguments give the same bytes. */
export function publish(publication: Publication, settings: PublishSettings): Bundle {
  const { site, articles, changed } = publication
  const { at, digest, hotBytes = HOT_BYTES, onRendered = () => {} } = settings
  const timeline = createTimeline(publication, at)
  const resources = renderSite(publication, timeline).map((rendered) => {
    onRendered()
    return represent(rendered, { digest, deltas: site.feed.deltas })
  })
  return packBundle(resources, {
    about: {
      siteUrl: site.url,
      feedItems: site.feed.items,
      deltas: site.feed.deltas,
      hubs: site.hubs,
      changed: [timeline.lastMoment ?? EPOCH, ...articles.map(({ updated }) => updated)]
        .filter((moment) => moment <= at)
        .reduce(laterOf, changed),
      moments: timeline.moments,
    },
    hotStems: hotStems(timeline.stateAt(at)),
    hotBytes,
    digest,
  })
}

/** What is asked for most, the most wanted first: what everybody sees, then the newest articles. */
function hotStems({ articles }: State): readonly Stem[] {
  const everybodys = [NOT_FOUND_STEM, FEED_STEM, HOME_STEM, STYLE_STEM, GONE_STEM]
  return [...everybodys, ...articles.map(({ slug }) => articleStem(slug))]
}
