import type { Article } from '../model/article.ts'
import type { Asset } from '../model/asset.ts'
import { MEDIA_TYPES } from '../model/media-types.ts'
import type { Publication } from '../model/publication.ts'
import type { Rendered } from '../model/rendition.ts'
import type { Site } from '../model/site.ts'
import { FEED_STEM, HOME_STEM, NOT_FOUND_STEM, STYLE_STEM } from '../model/stems.ts'
import { renderHomePage } from '../pages/home-page.ts'
import { renderNotFoundJson, renderNotFoundPage, renderNotFoundText } from '../pages/not-found.ts'
import { STYLESHEET } from '../pages/stylesheet.ts'
import { describeFeed } from './describe-feed.ts'
import { onceEach } from './once-each.ts'
import { renderArticle } from './render-article.ts'
import { createFeedRenderer } from './render-feed.ts'

/** Renders every resource of a publication in a state of it; what several states share is rendered once. */
export function createSiteRenderer(
  publication: Publication,
): (shown: readonly Article[]) => readonly Rendered[] {
  const { site } = publication
  const articleResource = onceEach((article: Article) => renderArticle(article, site))
  const feedResource = createFeedRenderer(site)
  const unchanging = [...renderFixtures(site), ...publication.assets.map(renderAsset)]

  return (shown) => [
    renderHome(shown, site),
    feedResource(FEED_STEM, shown),
    ...shown.map(articleResource),
    ...unchanging,
  ]
}

function renderHome(shown: readonly Article[], site: Site): Rendered {
  const newest = shown.slice(0, site.feed.items)
  const feed = describeFeed(site, FEED_STEM, newest)
  const body = renderHomePage(newest, site, feed)
  return {
    stem: HOME_STEM,
    renditions: [{ form: 'html', type: MEDIA_TYPES.html, body }],
  }
}

/** What is the same whatever the articles are. */
function renderFixtures(site: Site): readonly Rendered[] {
  const feed = describeFeed(site, FEED_STEM, [])
  return [
    { stem: STYLE_STEM, renditions: [{ form: 'css', type: MEDIA_TYPES.css, body: STYLESHEET }] },
    {
      stem: NOT_FOUND_STEM,
      renditions: [
        { form: 'txt', type: MEDIA_TYPES.text, body: renderNotFoundText(feed) },
        { form: 'html', type: MEDIA_TYPES.html, body: renderNotFoundPage(site, feed) },
        { form: 'json', type: MEDIA_TYPES.json, body: renderNotFoundJson(feed) },
      ],
    },
  ]
}

function renderAsset({ stem, form, type, bytes }: Asset): Rendered {
  return { stem, renditions: [{ form, type, body: bytes }] }
}
