import { type Bundle, type BundleSettings, type PackSink, packBundle } from '../bundle/bundle.ts'
import { FEED_FORMATS } from '../feeds/feed-formats.ts'
import { ADDRESSES, GONE_STEM, NOT_FOUND_STEM } from '../model/addresses.ts'
import { type ArticleContent, type ArticleFacts, isShown } from '../model/article.ts'
import type { FeedFormat } from '../model/feed-format.ts'
import { type Instant, instant, laterOf } from '../model/instant.ts'
import type { Publication } from '../model/publication.ts'
import type { Stem } from '../model/resource.ts'
import type { Compress, Digest } from '../model/runtime.ts'
import { createArchive } from './archive.ts'
import type { FeedFragments } from './feed-fragments.ts'
import { mergeClaims } from './merge-claims.ts'
import { publicationOrder } from './publication-order.ts'
import { publishedTerms } from './published-terms.ts'
import { planSite, renderLists, stylesheetStem } from './render-site.ts'
import { NEWS_MILLISECONDS } from './render-sitemaps.ts'
import { inProcess, type RenderStages } from './render-stages.ts'
import type { SitePage } from './site-pages.ts'
import { findTombstones, momentsOf } from './timeline.ts'
import { createTranslations } from './translations.ts'

/** Settings of a publication's bundle. */
export interface PublishSettings {
  /** The moment of the build. Articles due by then are shown at once; later ones wait in the release. */
  readonly at: Instant
  readonly digest: Digest
  readonly compress: Compress
  /** Receives each pack as soon as it is made. */
  readonly sink: PackSink
  readonly hotBytes?: number
  /** Whether it is a preview. Default: no. */
  readonly preview?: boolean
  /** The formats of all feeds. Stages with threads support only the default. */
  readonly formats?: readonly FeedFormat[]
  /** The pages of the site, other than those of articles and feeds. */
  readonly pages?: readonly SitePage[]
}

/**
 * Renders a publication for every moment, and packs it into a bundle. The same publication and settings give the same
 * bytes with all implementations of the stages. The default stages need articles with their content.
 */
export async function publish(
  publication: Publication<ArticleContent>,
  settings: PublishSettings,
): Promise<Bundle>
export async function publish<Content extends object>(
  publication: Publication<Content>,
  settings: PublishSettings,
  stages: RenderStages<Content>,
): Promise<Bundle>
export async function publish(
  publication: Publication<ArticleContent>,
  settings: PublishSettings,
  stages: RenderStages = inProcess,
): Promise<Bundle> {
  const { articles } = publication
  const { at, digest, compress, formats = FEED_FORMATS, pages } = settings
  const siteContext = planSite(publication, { digest, formats })
  const context = { siteContext, formats, at, digest, compress }
  const translationsOf = createTranslations(articles)
  const tasks = articles.map((article) => ({ article, translations: translationsOf(article) }))
  const rendered = await stages.articles(tasks, context)
  const fragments = new Map<ArticleFacts, FeedFragments | undefined>(
    articles.map((article, index) => [article, rendered[index]?.fragments]),
  )
  const fragmentsOf = (article: ArticleFacts): FeedFragments => {
    const own = fragments.get(article)
    if (own === undefined) throw new Error(`Not rendered: ${article.path}`)
    return own
  }
  const archive = createArchive(articles)
  const listed = { publication, siteContext, formats, archive, terms: publishedTerms(publication) }
  const listContext = { ...listed, fragmentsOf, translationsOf, at, memory: stages.feeds }
  const lists = await stages.lists(renderLists(listContext, digest, pages), context)
  const claims = mergeClaims([...lists, ...rendered.flatMap(({ resources }) => resources)])
  const resources = claims.map(({ stem, versions }) => ({ stem, versions, later: [] }))
  const listStems = lists.map(({ stem }) => stem)
  const order = publicationOrder(listStems, articles, archive)
  return packBundle(resources, { ...bundleSettings(publication, settings, stages), order })
}

function bundleSettings(
  publication: Publication,
  { at, digest, sink, hotBytes = HOT_BYTES, preview = false }: PublishSettings,
  { loadBlob, packs }: Pick<RenderStages, 'loadBlob' | 'packs'>,
): Omit<BundleSettings, 'order'> {
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
    sink,
    ...(loadBlob && { loadBlob }),
    ...(packs && { memory: packs }),
  }
}

/**
 * Returns when a list last changed before the build: with a change of anything that it may contain, or at a planned
 * moment.
 */
function lastChange({ articles, changed }: Publication, moments: readonly Instant[], at: Instant): Instant {
  const news = articles.map(({ published }) => instant(published + NEWS_MILLISECONDS))
  return [...moments, ...news, ...articles.map(({ updated }) => updated)]
    .filter((moment) => moment <= at)
    .reduce(laterOf, changed)
}

/** Returns the most requested stems first: those that every visitor loads, then the newest articles. */
function hotStems(articles: readonly ArticleFacts[], style: Stem): readonly Stem[] {
  const everybodys = [NOT_FOUND_STEM, ADDRESSES.feed.stem, ADDRESSES.home.stem, style, GONE_STEM]
  return [...everybodys, ...articles.map(({ slug }) => ADDRESSES.article.stemOf(slug))]
}

/** The default for the bytes of the most requested resources that are embedded in the Worker. */
export const HOT_BYTES = 512 * 1024
