import { ADDRESSES, GONE_STEM, NOT_FOUND_STEM, stemUrl } from '../model/addresses.ts'
import type { Asset } from '../model/asset.ts'
import type { FeedFormat } from '../model/feed-format.ts'
import { EPOCH, type Instant } from '../model/instant.ts'
import { MEDIA_TYPES } from '../model/media-types.ts'
import type { Publication, Withdrawal } from '../model/publication.ts'
import type { Rendered, Rendition } from '../model/rendition.ts'
import type { Stem } from '../model/resource.ts'
import type { Digest } from '../model/runtime.ts'
import type { Site } from '../model/site.ts'
import type { SiteContext } from '../pages/parts/site-context.ts'
import {
  renderStatusJson,
  renderStatusPage,
  renderStatusText,
  type StatusPage,
} from '../pages/status-page.ts'
import { STYLESHEET } from '../pages/theme/stylesheet.ts'
import { describeFeed } from './describe-feed.ts'
import type { ListContext } from './list-context.ts'
import { planFeeds } from './plan-feeds.ts'
import { renderFeed } from './render-feed.ts'
import { SITE_PAGES, type SitePage } from './site-pages.ts'

/** Settings for planning a publication. */
export interface PlanSettings {
  readonly digest: Digest
  readonly formats: readonly FeedFormat[]
}

/** Makes the context that all pages of a publication share. */
export function planSite({ site }: Publication, { digest, formats }: PlanSettings): SiteContext {
  const feed = describeFeed({ site, formats }, { kind: 'main' })
  return { site, feed, style: stemUrl(site, stylesheetStem(digest), 'css') }
}

/** Renders all resources of a publication except the articles. */
export function renderLists(
  context: ListContext,
  digest: Digest,
  pages: readonly SitePage[] = Object.values(SITE_PAGES),
): readonly Rendered[] {
  const { publication, siteContext, memory, at } = context
  const { site, assets, withdrawals } = publication
  memory?.begin(siteContext)
  return [
    ...pages.flatMap((render) => render(context)),
    ...planFeeds(context).map((plan) => renderFeed(plan, context)),
    ...withdrawals.flatMap(renderWithdrawal),
    always(stylesheetStem(digest), [{ form: 'css', type: MEDIA_TYPES.css, body: STYLESHEET }]),
    always(NOT_FOUND_STEM, renderStatus('not-found', siteContext)),
    always(GONE_STEM, renderStatus('gone', siteContext)),
    ...[...Map.groupBy(assets, ({ stem }) => stem)].map(([stem, forms]) => renderAsset(stem, forms, at)),
    ...renderFormerAssets(assets, site, at),
  ]
}

/** Returns the stem of the current stylesheet. */
export function stylesheetStem(digest: Digest): Stem {
  return ADDRESSES.style.stemOf(digest(new TextEncoder().encode(STYLESHEET)))
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
    { form: 'json', type: MEDIA_TYPES.problem, body: renderStatusJson(page, siteContext.feed) },
  ]
}

function renderAsset(stem: Stem, forms: readonly Asset[], at: Instant): Rendered {
  // A file never changes, so its date is that of the first moment at which any of its forms is shown.
  const from = forms[0]?.from ?? EPOCH
  const renditions = forms.map(({ form, type, bytes }) => ({ form, type, lastModified: from, body: bytes }))
  return always(stem, renditions, from > at ? from : EPOCH)
}

/** Renders redirects from the address that each cleaned file had before cleaning existed. */
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
