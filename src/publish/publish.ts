import { type Bundle, packBundle, type Snapshot } from '../bundle/bundle.ts'
import { represent } from '../bundle/represent.ts'
import { articleStem } from '../model/address.ts'
import type { Article } from '../model/article.ts'
import type { Digest } from '../model/digest.ts'
import type { Instant } from '../model/instant.ts'
import type { Publication } from '../model/publication.ts'
import type { Rendered } from '../model/rendition.ts'
import type { Stem } from '../model/resource.ts'
import { FEED_STEM, HOME_STEM, NOT_FOUND_STEM, STYLE_STEM } from '../model/stems.ts'
import { onceEach } from './once-each.ts'
import { createSiteRenderer } from './render-site.ts'
import { statesFrom } from './states.ts'

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

/** A publication as a bundle: its states, rendered and packed. The same arguments give the same bytes. */
export function publish(publication: Publication, settings: PublishSettings): Bundle {
  const { site } = publication
  const render = createSiteRenderer(publication)
  const contentOf = onceEach((rendered: Rendered) => {
    settings.onRendered?.()
    return represent(rendered, { digest: settings.digest, deltas: site.feed.deltas })
  })
  const states = statesFrom(publication.articles, settings.at)
  const snapshots = states.map(
    (state): Snapshot => ({ from: state.from, resources: render(state.articles).map(contentOf) }),
  )
  return packBundle(snapshots, {
    site: { siteUrl: site.url, feedItems: site.feed.items, deltas: site.feed.deltas, hubs: site.hubs },
    hotStems: hotStems(states[0]?.articles ?? []),
    hotBytes: settings.hotBytes ?? HOT_BYTES,
    digest: settings.digest,
  })
}

/** What is asked for most, the most wanted first: what everybody sees, then the newest articles. */
function hotStems(articles: readonly Article[]): readonly Stem[] {
  return [NOT_FOUND_STEM, FEED_STEM, HOME_STEM, STYLE_STEM, ...articles.map(({ slug }) => articleStem(slug))]
}
