import { articleStem, articleUrl } from '../model/address.ts'
import type { Article } from '../model/article.ts'
import { MEDIA_TYPES } from '../model/media-types.ts'
import type { Rendered } from '../model/rendition.ts'
import type { Site } from '../model/site.ts'
import { FEED_STEM } from '../model/stems.ts'
import { renderArticleJson } from '../pages/article-json.ts'
import { renderArticleMarkdown } from '../pages/article-markdown.ts'
import { renderArticlePage } from '../pages/article-page.ts'
import { describeFeed } from './describe-feed.ts'

/** An article in all its forms. */
export function renderArticle(article: Article, site: Site): Rendered {
  const url = articleUrl(site, article.slug)
  const page = renderArticlePage(article, site, describeFeed(site, FEED_STEM, []))
  const lastModified = article.updated
  return {
    stem: articleStem(article.slug),
    renditions: [
      { form: 'html', type: MEDIA_TYPES.html, lastModified, body: page },
      { form: 'json', type: MEDIA_TYPES.json, lastModified, body: renderArticleJson(article, url) },
      { form: 'md', type: MEDIA_TYPES.markdown, lastModified, body: renderArticleMarkdown(article, url) },
    ],
  }
}
