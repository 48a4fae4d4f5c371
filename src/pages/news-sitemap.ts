import { type ArticleFacts, labelOf } from '../model/article.ts'
import { XML_DECLARATION, xmlElement, xmlParent } from '../model/escape.ts'
import { formatRfc3339 } from '../model/instant.ts'
import type { Fragment } from '../model/rendition.ts'
import type { Site } from '../model/site.ts'
import { framed } from './parts/markup.ts'
import { SITEMAP_NAMESPACE } from './sitemap.ts'

/** The most articles in a news sitemap (developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap). */
export const NEWS_SITEMAP_ARTICLES = 1000

const NAMESPACES = [
  `xmlns="${SITEMAP_NAMESPACE}"`,
  'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"',
]

/** Renders an article in the news sitemap, with the absolute URL of its page. */
export function renderNewsEntry(article: ArticleFacts, url: string, site: Site): Fragment {
  const publication = xmlParent('news:publication', {}, [
    xmlElement('news:name', {}, site.title),
    xmlElement('news:language', {}, newsLanguage(article.language)),
  ])
  const news = xmlParent('news:news', {}, [
    publication,
    xmlElement('news:publication_date', {}, formatRfc3339(article.published)),
    xmlElement('news:title', {}, labelOf(article)),
  ])
  return { text: `${xmlParent('url', {}, [xmlElement('loc', {}, url), news])}\n`, isEntry: false }
}

/**
 * Renders the news sitemap with the first thousand of these entries. The entries must be of the last two days; there
 * may be none.
 */
export function renderNewsSitemap(entries: readonly Fragment[]): readonly Fragment[] {
  return framed(
    `${XML_DECLARATION}<urlset ${NAMESPACES.join(' ')}>\n`,
    entries.slice(0, NEWS_SITEMAP_ARTICLES),
    '</urlset>\n',
  )
}

/** Returns a language as news sitemaps require it: an ISO 639 code, with two special values for Chinese. */
function newsLanguage(tag: string): string {
  const [primary = '', ...subtags] = tag.toLowerCase().split('-')
  if (primary !== 'zh') return primary
  return subtags.some((subtag) => ['hant', 'tw', 'hk', 'mo'].includes(subtag)) ? 'zh-tw' : 'zh-cn'
}
