import {
  type Bundle,
  type BundleSettings,
  type PackMemory,
  type PackSink,
  packBundle,
  packInto,
  type ReleasedBundle,
} from '../bundle/bundle.ts'
import { represent } from '../bundle/represent.ts'
import { articleStem } from '../model/address.ts'
import type { ArticleContent, ArticleFacts } from '../model/article.ts'
import type { Compress } from '../model/compress.ts'
import type { Digest } from '../model/digest.ts'
import { type Instant, instant, laterOf } from '../model/instant.ts'
import { isShown } from '../model/is-shown.ts'
import type { BytesAtHand, ReadKept } from '../model/kept-bytes.ts'
import type { Publication } from '../model/publication.ts'
import type { Rendered } from '../model/rendition.ts'
import type { Resource, Stem } from '../model/resource.ts'
import type { Site } from '../model/site.ts'
import { FEED_STEM, GONE_STEM, HOME_STEM, NOT_FOUND_STEM } from '../model/stems.ts'
import type { FeedFragments } from './feed-fragments.ts'
import type { FeedMemory } from './feed-memory.ts'
import { HOT_BYTES } from './hot-bytes.ts'
import { mergeClaims } from './merge-claims.ts'
import type { PressedArticle } from './press-article.ts'
import type { ArticleContext } from './render-article.ts'
import { planSite, renderLists, renderSite, stylesheetStem } from './render-site.ts'
import { NEWS_MILLISECONDS } from './render-sitemaps.ts'
import { findTombstones, momentsOf } from './timeline.ts'
import type { TranslationFacts } from './translations.ts'

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
export function publish(publication: Publication<ArticleContent>, settings: PublishSettings): Bundle {
  const { at, digest, compress, onRendered = () => {} } = settings
  const { deltas } = publication.site.feed
  const resources = renderSite(publication, at, digest).map((rendered) => {
    onRendered()
    return represent(rendered, { digest, compress, deltas })
  })
  return packBundle(resources, bundleSettings(publication, settings))
}

/** An article that is to be pressed. */
export interface PressOrder {
  readonly article: ArticleFacts
  /** The same article in other languages. */
  readonly translations: readonly TranslationFacts[]
}

/** Who renders and represents what a large publication holds: several threads, or one that remembers. */
export interface Press {
  /** As `pressArticle` does, in the order of the orders. */
  readonly articles: (
    orders: readonly PressOrder[],
    shared: Pick<ArticleContext, 'frame' | 'at'>,
  ) => Promise<readonly PressedArticle<BytesAtHand>[]>
  /** As `represent` does, in the order of what was rendered. */
  readonly lists: (rendered: readonly Rendered[], site: Site) => Promise<readonly Resource<BytesAtHand>[]>
  /** Knows what feeds showed when it published the same folder before. */
  readonly feeds?: FeedMemory
  /** Takes a pack as soon as it is made. */
  readonly pack: PackSink
  readonly readKept: ReadKept
  /** Knows packs that are where they are wanted already. */
  readonly memory: PackMemory
}

/** The same bytes, rendered by a press, with each pack handed on as soon as it is made. */
export async function publishBy(
  press: Press,
  publication: Publication,
  settings: Omit<PublishSettings, 'compress' | 'onRendered'>,
): Promise<ReleasedBundle> {
  const { site, articles } = publication
  const { at, digest } = settings
  const plan = planSite(publication, digest)
  const orders = articles.map((article) => ({ article, translations: plan.translationsOf(article) }))
  const pressed = await press.articles(orders, { frame: plan.frame, at })
  const fragments = new Map(articles.map((article, index) => [article, pressed[index]?.fragments]))
  const fragmentsOf = (article: ArticleFacts): FeedFragments => {
    const own = fragments.get(article)
    if (own === undefined) throw new Error(`Not pressed: ${article.path}`)
    return own
  }
  const lists = await press.lists(renderLists(publication, plan, fragmentsOf, at, press.feeds), site)
  const claims = mergeClaims([...lists, ...pressed.flatMap(({ resources }) => resources)])
  const resources = claims.map(({ stem, versions }) => ({ stem, versions, later: [] }))
  return packInto(press.pack, resources, {
    ...bundleSettings(publication, settings),
    readKept: press.readKept,
    memory: press.memory,
  })
}

function bundleSettings(
  publication: Publication,
  { at, digest, hotBytes = HOT_BYTES, preview = false }: Omit<PublishSettings, 'compress'>,
): BundleSettings {
  const { site, articles } = publication
  const moments = momentsOf(articles, findTombstones(publication))
  return {
    about: {
      siteUrl: site.url,
      feedItems: site.feed.items,
      deltas: site.feed.deltas,
      hubs: site.hubs,
      changed: lastChange(publication, moments, at),
      moments: [...new Set(moments.filter((moment) => moment > at))].sort((a, b) => a - b),
      preview,
    },
    hotStems: hotStems(
      articles.filter((article) => isShown(article, at)),
      stylesheetStem(digest),
    ),
    hotBytes,
    digest,
  }
}

/** When a list last changed, up to the build: with anything that it may hold, or because something came due. */
function lastChange({ articles, changed }: Publication, moments: readonly Instant[], at: Instant): Instant {
  const news = articles.map(({ published }) => instant(published + NEWS_MILLISECONDS))
  return [...moments, ...news, ...articles.map(({ updated }) => updated)]
    .filter((moment) => moment <= at)
    .reduce(laterOf, changed)
}

/** What is asked for most, the most wanted first: what everybody sees, then the newest articles. */
function hotStems(articles: readonly ArticleFacts[], style: Stem): readonly Stem[] {
  const everybodys = [NOT_FOUND_STEM, FEED_STEM, HOME_STEM, style, GONE_STEM]
  return [...everybodys, ...articles.map(({ slug }) => articleStem(slug))]
}
