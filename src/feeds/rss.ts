import { labelOf } from '../model/article.ts'
import { escapeHtml, xmlElement } from '../model/escape.ts'
import type { EntrySettings, FeedArticle, FeedDescription, FeedDocument } from '../model/feed-description.ts'
import type { FeedFormat } from '../model/feed-format.ts'
import { MEDIA_TYPES } from '../model/media-types.ts'
import type { Fragment } from '../model/rendition.ts'
import { archiveLinks, namedHubs } from './archive-links.ts'
import { writeRssFrame, writeRssItem } from './feed-package.ts'
import { enclosureContent, imageContent } from './media-content.ts'

/** Renders an article as an RSS 2.0 `<item>`, for all feeds that contain it. */
export function renderRssItem(item: FeedArticle, feed: EntrySettings): string {
  const { article, url } = item.article.link === undefined ? item : leadElsewhere(item, item.article.link)
  const extra = [
    // RSS's `<author>` must be an e-mail address. Dublin Core's `creator` is a name.
    ...article.authors.map((author) => xmlElement('dc:creator', {}, author.name)),
    ...(article.language === feed.language ? [] : [xmlElement('dc:language', {}, article.language)]),
    ...(article.image ? [imageContent(article.image)] : []),
    // RSS allows one `<enclosure>` per item (rssboard.org/rss-profile). Readers of Media RSS find all of them.
    ...article.enclosures.map(enclosureContent),
  ]
  return writeRssItem({ article, url }, feed.content, extra, describe(item, feed))
}

/**
 * Makes an item lead to another page (rssboard.org/rss-specification, `link`), with a link to the article's own page at
 * the end of its content.
 */
function leadElsewhere({ article, url }: FeedArticle, link: string): FeedArticle {
  const html = `${article.html}\n<p>${wayBack({ article, url })}</p>`
  return { article: { ...article, html }, url: link }
}

function wayBack({ article, url }: FeedArticle): string {
  return xmlElement('a', { href: url }, `★ ${labelOf(article)}`)
}

/** Returns an item's description if it is more than the summary. An item without a title needs one to be valid. */
function describe(item: FeedArticle, { content }: EntrySettings): string | undefined {
  const { title, summary, html, link } = item.article
  const isUntold = summary === '' && title === ''
  if (link === undefined || content === 'full') return isUntold ? html : undefined
  const told = isUntold ? html : summary === '' ? '' : `<p>${escapeHtml(summary)}</p>`
  return `${told}\n<p>${wayBack(item)}</p>`.trim()
}

/** Renders an RSS 2.0 document (rssboard.org/rss-specification) from rendered items. */
export function renderRss(feed: FeedDescription, items: readonly Fragment[]): FeedDocument {
  const extra = [
    xmlElement('atom:link', { rel: 'alternate', type: 'application/atom+xml', href: feed.self.atom }),
    xmlElement('atom:link', { rel: 'alternate', type: 'application/feed+json', href: feed.self.json }),
    ...namedHubs(feed).map((hub) => xmlElement('atom:link', { rel: 'hub', href: hub })),
    ...archiveLinks(feed, 'rss', 'atom:link'),
  ]
  return { ...writeRssFrame(feed, extra), entries: items }
}

/** RSS 2.0. */
export const RSS: FeedFormat = {
  form: 'rss',
  name: 'RSS',
  type: MEDIA_TYPES.rss,
  renderEntry: renderRssItem,
  renderDocument: renderRss,
}
