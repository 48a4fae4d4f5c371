import { articleStem, stemUrl } from '../model/address.ts'
import type { Article } from '../model/article.ts'
import type { Asset } from '../model/asset.ts'
import type { Digest } from '../model/digest.ts'
import { EPOCH, type Instant } from '../model/instant.ts'
import { MEDIA_TYPES } from '../model/media-types.ts'
import type { Publication, Withdrawal } from '../model/publication.ts'
import type { Rendered, Rendition } from '../model/rendition.ts'
import type { Stem } from '../model/resource.ts'
import { slicesOfAll } from '../model/slice.ts'
import { GONE_STEM, HOME_STEM, NOT_FOUND_STEM, styleStem } from '../model/stems.ts'
import { type Absence, renderAbsenceJson, renderAbsencePage, renderAbsenceText } from '../pages/absence.ts'
import { renderHomePage } from '../pages/home-page.ts'
import type { SiteFrame } from '../pages/site-frame.ts'
import { STYLESHEET } from '../pages/stylesheet.ts'
import { type Archive, archiveStem, createArchive } from './archive.ts'
import { describeFeed } from './describe-feed.ts'
import { createFragments } from './feed-fragments.ts'
import { listVersions } from './list-versions.ts'
import { mergeClaims } from './merge-claims.ts'
import { planFeeds } from './plan-feeds.ts'
import { publishedSlices } from './published-slices.ts'
import { renderArticle } from './render-article.ts'
import { renderCrawlerRules, renderFeedList, renderLlms } from './render-directories.ts'
import { type FeedContext, renderFeed } from './render-feed.ts'
import { renderNews, renderSitemaps } from './render-sitemaps.ts'
import { createTimeline } from './timeline.ts'
import { createTranslations } from './translations.ts'

/** Renders every resource of a publication, as it is at each moment from `at` on. */
export function renderSite(publication: Publication, at: Instant, digest: Digest): readonly Rendered[] {
  const { site, articles, assets, withdrawals } = publication
  const style = stylesheetStem(digest)
  const frame: SiteFrame = {
    site,
    feed: describeFeed(site, { kind: 'main' }),
    style: stemUrl(site, style, 'css'),
  }
  const context: FeedContext = { frame, fragmentsOf: createFragments(site) }
  const archive = createArchive(articles)
  const slices = publishedSlices(publication)
  const translationsOf = createTranslations(articles)
  return mergeClaims([
    renderHome(articles, archive, context, at),
    ...planFeeds(publication, archive, slices, context.fragmentsOf, at).map((plan) =>
      renderFeed(plan, context),
    ),
    ...articles.flatMap((article) =>
      renderArticle(article, { frame, at, translations: translationsOf(article) }),
    ),
    ...withdrawals.flatMap(renderWithdrawal),
    ...renderSitemaps({ site, blocks: archive.blocks, slices, translationsOf, at }),
    renderNews(articles, site, at),
    renderFeedList(site, slices, at),
    renderLlms(articles, site, at),
    renderCrawlerRules(site),
    always(style, [{ form: 'css', type: MEDIA_TYPES.css, body: STYLESHEET }]),
    always(NOT_FOUND_STEM, renderAbsence('not-found', frame)),
    always(GONE_STEM, renderAbsence('gone', frame)),
    ...assets.map((asset) => renderAsset(asset, at)),
  ])
}

/** The stem of the stylesheet, as it is now. */
export function stylesheetStem(digest: Digest): Stem {
  return styleStem(digest(new TextEncoder().encode(STYLESHEET)))
}

function renderHome(
  articles: readonly Article[],
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
        ...(count > 0 && { archive: stemUrl(site, archiveStem(count)) }),
      })
      return { kind: 'content', renditions: [{ form: 'html', type: MEDIA_TYPES.html, body }] }
    },
  )
  return { stem: HOME_STEM, versions }
}

function renderWithdrawal({ slugs }: Withdrawal): readonly Rendered[] {
  return slugs.map((slug) => ({
    stem: articleStem(slug),
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

function renderAsset({ stem, form, type, bytes, from }: Asset, at: Instant): Rendered {
  // It never changes, so it is as old as what first showed it.
  return always(stem, [{ form, type, lastModified: from, body: bytes }], from > at ? from : EPOCH)
}

function always(stem: Stem, renditions: readonly Rendition[], from: Instant = EPOCH): Rendered {
  return { stem, versions: [{ from, shows: { kind: 'content', renditions } }] }
}
