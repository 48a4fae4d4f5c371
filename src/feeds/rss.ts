import { xmlElement } from '../model/escape.ts'
import type { EntrySettings, FeedArticle, FeedDescription, FeedDocument } from '../model/feed-description.ts'
import type { FeedFormat } from '../model/feed-format.ts'
import { MEDIA_TYPES } from '../model/media-types.ts'
import type { Fragment } from '../model/rendition.ts'
import { archiveLinks, namedHubs } from './archive-links.ts'
import { writeRssFrame, writeRssItem } from './feed-package.ts'
import { enclosureContent, imageContent } from './media-content.ts'

/** An article as an RSS 2.0 `<item>`: a fragment of every feed that carries it. */
export function renderRssItem(item: FeedArticle, feed: EntrySettings): string {
  const { article } = item
  return writeRssItem(item, feed.content, [
    // RSS's own <author> must be an e-mail address: Dublin Core's creator is a name.
    ...article.authors.map((author) => xmlElement('dc:creator', {}, author.name)),
    ...(article.language === feed.language ? [] : [xmlElement('dc:language', {}, article.language)]),
    ...(article.image ? [imageContent(article.image)] : []),
    // RSS's own <enclosure> is one alone (rssboard.org/rss-profile): readers of Media RSS find all of them.
    ...article.enclosures.map(enclosureContent),
    // What the HTML was made from, for readers who show or quote Markdown (source.scripting.com).
    ...(feed.content === 'full' && article.markdown !== ''
      ? [xmlElement('source:markdown', {}, article.markdown)]
      : []),
  ])
}

/** An RSS 2.0 document (rssboard.org/rss-specification) of items rendered before. */
export function renderRss(feed: FeedDescription, items: readonly Fragment[]): FeedDocument {
  const extra = [
    xmlElement('atom:link', { rel: 'alternate', type: 'application/atom+xml', href: feed.self.atom }),
    xmlElement('atom:link', { rel: 'alternate', type: 'application/feed+json', href: feed.self.json }),
    ...namedHubs(feed).map((hub) => xmlElement('atom:link', { rel: 'hub', href: hub })),
    ...archiveLinks(feed, 'rss', 'atom:link'),
  ]
  return { ...writeRssFrame(feed, extra), entries: items }
}

export const RSS: FeedFormat = {
  form: 'rss',
  name: 'RSS',
  type: MEDIA_TYPES.rss,
  renderEntry: renderRssItem,
  renderDocument: renderRss,
}
