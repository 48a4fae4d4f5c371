import { articleStem, articleUrl } from '../model/address.ts'
import type { Article } from '../model/article.ts'
import { EPOCH, type Instant, laterOf } from '../model/instant.ts'
import { MEDIA_TYPES } from '../model/media-types.ts'
import type { Rendered, RenderedContent, RenderedVersion } from '../model/rendition.ts'
import type { Site } from '../model/site.ts'
import { FEED_STEM } from '../model/stems.ts'
import { renderArticleJson } from '../pages/article-json.ts'
import { renderArticleMarkdown } from '../pages/article-markdown.ts'
import { renderArticlePage } from '../pages/article-page.ts'
import { describeFeed } from './describe-feed.ts'

/** An article under its address, and the way to it from each address that it had before. */
export function renderArticle(article: Article, site: Site, at: Instant): readonly Rendered[] {
  const versions = articleVersions(article, at)
  if (versions.length === 0) return []
  const location = articleUrl(site, article.slug)
  const content = renderForms(article, site)
  const show = (shown: RenderedVersion['shows']) =>
    versions.map(({ from, isShown }) => ({ from, shows: isShown ? shown : { kind: 'gone' as const } }))
  return [
    { stem: articleStem(article.slug), versions: show(content) },
    ...article.formerSlugs.map((slug) => ({
      stem: articleStem(slug),
      versions: show({ kind: 'moved', location }),
    })),
  ]
}

/** From when on an article is shown, and from when on it is gone; before the first it has never been there. */
function articleVersions(
  { published, firstPublished, expires }: Article,
  at: Instant,
): readonly { readonly from: Instant; readonly isShown: boolean }[] {
  if (expires !== undefined && expires <= laterOf(at, published)) {
    return firstPublished <= at ? [{ from: EPOCH, isShown: false }] : []
  }
  // What was shown once and is dated ahead by now is not unknown until then.
  const before = published > at && firstPublished <= at ? [{ from: EPOCH, isShown: false }] : []
  const after = expires === undefined ? [] : [{ from: expires, isShown: false }]
  return [...before, { from: published > at ? published : EPOCH, isShown: true }, ...after]
}

function renderForms(article: Article, site: Site): RenderedContent {
  const url = articleUrl(site, article.slug)
  const page = renderArticlePage(article, site, describeFeed(site, FEED_STEM, []))
  const lastModified = laterOf(article.updated, article.changed)
  return {
    kind: 'content',
    renditions: [
      { form: 'html', type: MEDIA_TYPES.html, lastModified, body: page },
      { form: 'json', type: MEDIA_TYPES.json, lastModified, body: renderArticleJson(article, url) },
      { form: 'md', type: MEDIA_TYPES.markdown, lastModified, body: renderArticleMarkdown(article, url) },
    ],
  }
}
