import { ADDRESSES, articleUrl, stemUrl, termStem } from '../model/addresses.ts'
import type { ArticleFacts } from '../model/article.ts'
import { EPOCH, type Instant, instant, laterOf } from '../model/instant.ts'
import { MEDIA_TYPES } from '../model/media-types.ts'
import { onceEach } from '../model/once-each.ts'
import type { Fragment, Rendered, RenderedBody, RenderedContent } from '../model/rendition.ts'
import type { Stem } from '../model/resource.ts'
import type { Site } from '../model/site.ts'
import { renderNewsEntry, renderNewsSitemap } from '../pages/news-sitemap.ts'
import { divideSitemap, renderSitemapEntry, renderSitemapIndex, SITEMAP_URLS } from '../pages/sitemap.ts'
import type { Block } from './archive.ts'
import type { ListContext } from './list-context.ts'
import { listVersions } from './list-versions.ts'
import type { PublishedTerm } from './published-terms.ts'
import { createTimeline, type State } from './timeline.ts'
import type { TranslationFacts } from './translations.ts'

/** How long search engines treat an article as news: two days, in milliseconds. */
export const NEWS_MILLISECONDS = 2 * 24 * 60 * 60 * 1000

/** The pages in one sitemap. */
interface Share {
  readonly terms: readonly PublishedTerm[]
  readonly blocks: readonly Block[]
}

/** Renders the sitemap of all pages, or an index of several sitemaps if one would be too large. */
export function renderSitemaps(sources: ListContext): readonly Rendered[] {
  const shares = divideShares(sources)
  if (shares.length === 1) return shares.map((share) => renderShare(ADDRESSES.sitemap.stem, share, sources))
  const stems = shares.map((_, index) => ADDRESSES.sitemap.partOf(index + 1))
  const index = renderSitemapIndex(stems.map((stem) => stemUrl(sources.siteContext.site, stem, 'xml')))
  return [
    { stem: ADDRESSES.sitemap.stem, versions: [{ from: EPOCH, shows: asXml(index) }] },
    ...shares.map((share, place) => renderShare(stems[place] ?? ADDRESSES.sitemap.stem, share, sources)),
  ]
}

/** Divides by whole blocks, so that a new article changes only the last sitemap. */
function divideShares({ terms, archive: { blocks } }: ListContext): readonly Share[] {
  const shares: { terms: PublishedTerm[]; blocks: Block[] }[] = []
  let urls = 1
  const next = (count: number) => {
    urls += count
    const share = shares.at(-1)
    if (share !== undefined && urls <= SITEMAP_URLS) return share
    urls = count + 1
    const fresh = { terms: [], blocks: [] }
    shares.push(fresh)
    return fresh
  }
  next(1)
  for (const term of terms) next(1).terms.push(term)
  for (const block of blocks) next(block.articles.length).blocks.push(block)
  return shares
}

function renderShare(stem: Stem, { terms, blocks }: Share, sources: ListContext): Rendered {
  const { at, translationsOf } = sources
  const { site } = sources.siteContext
  const home = renderSitemapEntry({ url: `${site.url}/` })
  const entryOfTerm = onceEach(({ term }: PublishedTerm) =>
    renderSitemapEntry({ url: stemUrl(site, termStem(term)) }),
  )
  const entryOf = onceEach((article: ArticleFacts) =>
    renderArticleEntry(article, site, translationsOf(article)),
  )
  const timeline = createTimeline(
    blocks.flatMap(({ articles }) => articles),
    [],
    at,
  )
  const select = ({ articles }: State, moment: Instant) => ({
    articles,
    terms: terms.filter(({ from }) => from <= moment),
  })
  const versions = listVersions(timeline, select, ({ articles, terms: there }) => {
    const shown = new Set(articles)
    const entries = [
      joined([home, ...there.map(entryOfTerm)]),
      // One piece per block. To name thousands of small pieces would take more space than their text.
      ...blocks.map((block) => joined(block.articles.filter((article) => shown.has(article)).map(entryOf))),
    ]
    return asXml(divideSitemap(entries)[0] ?? '')
  })
  return { stem, versions }
}

function renderArticleEntry(
  article: ArticleFacts,
  site: Site,
  translations: readonly TranslationFacts[],
): Fragment {
  const alternates = [article, ...translations].map(({ language, slug }) => ({
    language,
    url: articleUrl(site, slug),
  }))
  return renderSitemapEntry({
    url: articleUrl(site, article.slug),
    lastModified: laterOf(article.updated, article.changed),
    ...(translations.length > 0 && { alternates }),
    ...(article.image && { image: article.image }),
  })
}

/** Renders the news sitemap. Each article is in it for two days from its publication, without a further build. */
export function renderNews({ publication: { articles, site }, at }: ListContext): Rendered {
  const news = articles.flatMap((article): ArticleFacts[] => {
    const end = Math.min(article.published + NEWS_MILLISECONDS, article.expires ?? Number.POSITIVE_INFINITY)
    return end > at ? [{ ...article, expires: instant(end) }] : []
  })
  const entryOf = onceEach((article: ArticleFacts) =>
    renderNewsEntry(article, articleUrl(site, article.slug), site),
  )
  const versions = listVersions(
    createTimeline(news, [], at),
    ({ articles: shown }) => ({ shown }),
    ({ shown }) => asXml(renderNewsSitemap(shown.map(entryOf))),
  )
  return { stem: ADDRESSES.newsSitemap.stem, versions }
}

function joined(fragments: readonly Fragment[]): Fragment {
  return { text: fragments.map(({ text }) => text).join(''), isEntry: false }
}

function asXml(body: RenderedBody): RenderedContent {
  return { kind: 'content', renditions: [{ form: 'xml', type: MEDIA_TYPES.xml, body }] }
}
