import { ADDRESSES, GONE_STEM, NOT_FOUND_STEM, stemUrl } from '../model/addresses.ts'
import type { ArticleFacts } from '../model/article.ts'
import type { Asset } from '../model/asset.ts'
import { EPOCH, type Instant } from '../model/instant.ts'
import { MEDIA_TYPES } from '../model/media-types.ts'
import type { Publication, Withdrawal } from '../model/publication.ts'
import type { Rendered, Rendition } from '../model/rendition.ts'
import type { Stem } from '../model/resource.ts'
import type { Digest } from '../model/runtime.ts'
import type { Site } from '../model/site.ts'
import { termsOfAll } from '../model/term.ts'
import { renderHomePage } from '../pages/home-page.ts'
import type { SiteContext } from '../pages/parts/site-context.ts'
import {
  renderStatusJson,
  renderStatusPage,
  renderStatusText,
  type StatusPage,
} from '../pages/status-page.ts'
import { STYLESHEET } from '../pages/theme/stylesheet.ts'
import { type Archive, createArchive } from './archive.ts'
import { describeFeed } from './describe-feed.ts'
import type { FeedCache } from './feed-cache.ts'
import type { FeedFragments } from './feed-fragments.ts'
import { listVersions } from './list-versions.ts'
import { planFeeds } from './plan-feeds.ts'
import { publishedTerms } from './published-terms.ts'
import { renderCrawlerRules, renderFeedList, renderLlms } from './render-directories.ts'
import { type FeedContext, renderFeed } from './render-feed.ts'
import { renderNews, renderSitemaps } from './render-sitemaps.ts'
import { createTimeline } from './timeline.ts'
import { createTranslations, type TranslationFacts } from './translations.ts'

/** What every article of a publication is rendered with. */
export interface SitePlan {
  readonly siteContext: SiteContext
  readonly style: Stem
  /** The same article in other languages. */
  readonly translationsOf: (article: ArticleFacts) => readonly TranslationFacts[]
}

/** Plans the pages of a publication. */
export function planSite({ site, articles }: Publication, digest: Digest): SitePlan {
  const style = stylesheetStem(digest)
  const feed = describeFeed(site, { kind: 'main' })
  return {
    siteContext: { site, feed, style: stemUrl(site, style, 'css') },
    style,
    translationsOf: createTranslations(articles),
  }
}

/** Renders every resource of a publication but the articles themselves. */
export function renderLists(
  publication: Publication,
  { siteContext, style, translationsOf }: SitePlan,
  fragmentsOf: (article: ArticleFacts) => FeedFragments,
  at: Instant,
  memory?: FeedCache,
): readonly Rendered[] {
  const { site, articles, assets, withdrawals } = publication
  memory?.begin(siteContext)
  const context: FeedContext = { siteContext, fragmentsOf, memory }
  const archive = createArchive(articles)
  const terms = publishedTerms(publication)
  return [
    renderHome(articles, archive, context, at),
    ...planFeeds(publication, archive, terms, fragmentsOf, at).map((plan) => renderFeed(plan, context)),
    ...withdrawals.flatMap(renderWithdrawal),
    ...renderSitemaps({ site, blocks: archive.blocks, terms, translationsOf, at }),
    renderNews(articles, site, at),
    renderFeedList(site, terms, at),
    renderLlms(articles, site, at),
    renderCrawlerRules(site),
    always(style, [{ form: 'css', type: MEDIA_TYPES.css, body: STYLESHEET }]),
    always(NOT_FOUND_STEM, renderStatus('not-found', siteContext)),
    always(GONE_STEM, renderStatus('gone', siteContext)),
    ...[...Map.groupBy(assets, ({ stem }) => stem)].map(([stem, forms]) => renderAsset(stem, forms, at)),
    ...renderFormerAssets(assets, site, at),
  ]
}

/** The stem of the stylesheet, as it is now. */
export function stylesheetStem(digest: Digest): Stem {
  return ADDRESSES.style.stemOf(digest(new TextEncoder().encode(STYLESHEET)))
}

function renderHome(
  articles: readonly ArticleFacts[],
  archive: Archive,
  { siteContext, fragmentsOf }: FeedContext,
  at: Instant,
): Rendered {
  const { site } = siteContext
  const versions = listVersions(
    createTimeline(articles, [], at),
    (state, moment) => ({
      listed: state.articles.slice(0, site.feed.items),
      archives: [archive.countAt(moment)],
    }),
    ({ listed, archives: [count = 0] }) => {
      const items = listed.map((article) => fragmentsOf(article).html)
      const body = renderHomePage({
        items,
        siteContext,
        terms: termsOfAll(listed),
        ...(count > 0 && { archive: stemUrl(site, ADDRESSES.archive.stemOf(count)) }),
      })
      return { kind: 'content', renditions: [{ form: 'html', type: MEDIA_TYPES.html, body }] }
    },
  )
  return { stem: ADDRESSES.home.stem, versions }
}

function renderWithdrawal({ slugs }: Withdrawal): readonly Rendered[] {
  return slugs.map((slug) => ({
    stem: ADDRESSES.article.stemOf(slug),
    versions: [{ from: EPOCH, shows: { kind: 'gone' } }],
  }))
}

function renderStatus(page: StatusPage, siteContext: SiteContext): readonly Rendition[] {
  return [
    { form: 'txt', type: MEDIA_TYPES.text, body: renderStatusText(page, siteContext.feed) },
    { form: 'html', type: MEDIA_TYPES.html, body: renderStatusPage(page, siteContext) },
    { form: 'json', type: MEDIA_TYPES.json, body: renderStatusJson(page, siteContext.feed) },
  ]
}

function renderAsset(stem: Stem, forms: readonly Asset[], at: Instant): Rendered {
  // It never changes, so it is as old as what first showed it, in whatever form.
  const from = forms[0]?.from ?? EPOCH
  const renditions = forms.map(({ form, type, bytes }) => ({ form, type, lastModified: from, body: bytes }))
  return always(stem, renditions, from > at ? from : EPOCH)
}

/** The way to each file that was cleaned, from where it was before that was done. */
function renderFormerAssets(assets: readonly Asset[], site: Site, at: Instant): readonly Rendered[] {
  const ways = assets.flatMap((asset) => asset.formerStems.map((former) => [former, asset] as const))
  return [...new Map(ways)].map(([former, { stem, from }]) => ({
    stem: former,
    versions: [{ from: from > at ? from : EPOCH, shows: { kind: 'moved', location: stemUrl(site, stem) } }],
  }))
}

function always(stem: Stem, renditions: readonly Rendition[], from: Instant = EPOCH): Rendered {
  return { stem, versions: [{ from, shows: { kind: 'content', renditions } }] }
}
