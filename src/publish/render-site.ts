import { articleStem } from '../model/address.ts'
import type { Article } from '../model/article.ts'
import type { Asset } from '../model/asset.ts'
import { EPOCH, type Instant } from '../model/instant.ts'
import { MEDIA_TYPES } from '../model/media-types.ts'
import { onceEach } from '../model/once-each.ts'
import type { Publication, Withdrawal } from '../model/publication.ts'
import type { Fragment, Rendered, Rendition } from '../model/rendition.ts'
import type { Stem } from '../model/resource.ts'
import type { Site } from '../model/site.ts'
import { FEED_STEM, GONE_STEM, HOME_STEM, NOT_FOUND_STEM, STYLE_STEM } from '../model/stems.ts'
import { type ABSENCES, renderAbsenceJson, renderAbsencePage, renderAbsenceText } from '../pages/absence.ts'
import { renderListItem } from '../pages/article-list.ts'
import { renderHomePage } from '../pages/home-page.ts'
import { STYLESHEET } from '../pages/stylesheet.ts'
import { describeFeed } from './describe-feed.ts'
import { listVersions } from './list-versions.ts'
import { mergeClaims } from './merge-claims.ts'
import { renderArticle } from './render-article.ts'
import { createFeedRenderer } from './render-feed.ts'
import type { Timeline } from './timeline.ts'

/** Renders every resource of a publication, as it is at each moment of the timeline. */
export function renderSite(publication: Publication, timeline: Timeline): readonly Rendered[] {
  const { site, articles, assets, withdrawals } = publication
  const listItem = onceEach((article: Article) => renderListItem(article, site))
  const renderFeed = createFeedRenderer(site, timeline, listItem)
  return mergeClaims([
    renderHome(site, timeline, listItem),
    renderFeed(FEED_STEM),
    ...articles.flatMap((article) => renderArticle(article, site, timeline.at)),
    ...withdrawals.flatMap(renderWithdrawal),
    ...renderFixtures(site),
    ...assets.map((asset) => renderAsset(asset, timeline.at)),
  ])
}

function renderHome(site: Site, timeline: Timeline, listItem: (article: Article) => Fragment): Rendered {
  const versions = listVersions(
    timeline,
    ({ articles }) => ({ articles: articles.slice(0, site.feed.items), tombstones: [] }),
    ({ articles }) => {
      const body = renderHomePage(articles.map(listItem), site, describeFeed(site, FEED_STEM, articles))
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

/** What is the same whatever the articles are. */
function renderFixtures(site: Site): readonly Rendered[] {
  const feed = describeFeed(site, FEED_STEM, [])
  const absence = (kind: keyof typeof ABSENCES): readonly Rendition[] => [
    { form: 'txt', type: MEDIA_TYPES.text, body: renderAbsenceText(kind, feed) },
    { form: 'html', type: MEDIA_TYPES.html, body: renderAbsencePage(kind, site, feed) },
    { form: 'json', type: MEDIA_TYPES.json, body: renderAbsenceJson(kind, feed) },
  ]
  return [
    always(STYLE_STEM, [{ form: 'css', type: MEDIA_TYPES.css, body: STYLESHEET }]),
    always(NOT_FOUND_STEM, absence('not-found')),
    always(GONE_STEM, absence('gone')),
  ]
}

function renderAsset({ stem, form, type, bytes, from }: Asset, at: Instant): Rendered {
  return always(stem, [{ form, type, body: bytes }], from > at ? from : EPOCH)
}

function always(stem: Stem, renditions: readonly Rendition[], from: Instant = EPOCH): Rendered {
  return { stem, versions: [{ from, shows: { kind: 'content', renditions } }] }
}
