import { ADDRESSES, GONE_STEM, NOT_FOUND_STEM, stemUrl } from '../model/addresses.ts'
import type { ArticleFacts } from '../model/article.ts'
import type { Asset } from '../model/asset.ts'
import type { Digest } from '../model/digest.ts'
import { EPOCH, type Instant } from '../model/instant.ts'
import { MEDIA_TYPES } from '../model/media-types.ts'
import type { Publication, Withdrawal } from '../model/publication.ts'
import type { Rendered, Rendition } from '../model/rendition.ts'
import type { Stem } from '../model/resource.ts'
import type { Site } from '../model/site.ts'
import { slicesOfAll } from '../model/slice.ts'
import { type Absence, renderAbsenceJson, renderAbsencePage, renderAbsenceText } from '../pages/absence.ts'
import { renderHomePage } from '../pages/home-page.ts'
import type { SiteFrame } from '../pages/site-frame.ts'
import { STYLESHEET } from '../pages/stylesheet.ts'
import { type Archive, createArchive } from './archive.ts'
import { describeFeed } from './describe-feed.ts'
import type { FeedFragments } from './feed-fragments.ts'
import type { FeedMemory } from './feed-memory.ts'
import { listVersions } from './list-versions.ts'
import { planFeeds } from './plan-feeds.ts'
import { publishedSlices } from './published-slices.ts'
import { renderCrawlerRules, renderFeedList, renderLlms } from './render-directories.ts'
import { type FeedContext, renderFeed } from './render-feed.ts'
import { renderNews, renderSitemaps } from './render-sitemaps.ts'
import { createTimeline } from './timeline.ts'
import { createTranslations, type TranslationFacts } from './translations.ts'

/** What every article of a publication is rendered with. */
export interface SitePlan {
  readonly frame: SiteFrame
  readonly style: Stem
  /** The same article in other languages. */
  readonly translationsOf: (article: ArticleFacts) => readonly TranslationFacts[]
}

/** Plans the pages of a publication. */
export function planSite({ site, articles }: Publication, digest: Digest): SitePlan {
  const style = stylesheetStem(digest)
  const feed = describeFeed(site, { kind: 'main' })
  return {
    frame: { site, feed, style: stemUrl(site, style, 'css') },
    style,
    translationsOf: createTranslations(articles),
  }
}

/** Renders every resource of a publication but the articles themselves. */
export function renderLists(
  publication: Publication,
  { frame, style, translationsOf }: SitePlan,
  fragmentsOf: (article: ArticleFacts) => FeedFragments,
  at: Instant,
  memory?: FeedMemory,
): readonly Rendered[] {
  const { site, articles, assets, withdrawals } = publication
  memory?.begin(frame)
  const context: FeedContext = { frame, fragmentsOf, memory }
  const archive = createArchive(articles)
  const slices = publishedSlices(publication)
  return [
    renderHome(articles, archive, context, at),
    ...planFeeds(publication, archive, slices, fragmentsOf, at).map((plan) => renderFeed(plan, context)),
    ...withdrawals.flatMap(renderWithdrawal),
    ...renderSitemaps({ site, blocks: archive.blocks, slices, translationsOf, at }),
    renderNews(articles, site, at),
    renderFeedList(site, slices, at),
    renderLlms(articles, site, at),
    renderCrawlerRules(site),
    always(style, [{ form: 'css', type: MEDIA_TYPES.css, body: STYLESHEET }]),
    always(NOT_FOUND_STEM, renderAbsence('not-found', frame)),
    always(GONE_STEM, renderAbsence('gone', frame)),
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
  { frame, fragmentsOf }: FeedContext,
  at: Instant,
): Rendered {
  const { site } = frame
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
        frame,
        slices: slicesOfAll(listed),
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

function renderAbsence(absence: Absence, frame: SiteFrame): readonly Rendition[] {
  return [
    { form: 'txt', type: MEDIA_TYPES.text, body: renderAbsenceText(absence, frame.feed) },
    { form: 'html', type: MEDIA_TYPES.html, body: renderAbsencePage(absence, frame) },
    { form: 'json', type: MEDIA_TYPES.json, body: renderAbsenceJson(absence, frame.feed) },
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
