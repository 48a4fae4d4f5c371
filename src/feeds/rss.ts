import type { EntrySettings, FeedArticle, FeedDescription, FeedDocument } from '../model/feed-description.ts'
import type { Fragment } from '../model/rendition.ts'
import { writeRssFrame, writeRssItem } from './feed-package.ts'
import { mediaContent } from './media-content.ts'
import { xmlElement } from './xml.ts'

/** An article as an RSS 2.0 `<item>`: a fragment of every feed that carries it. */
export function renderRssItem(item: FeedArticle, feed: EntrySettings): string {
  const { article } = item
  return writeRssItem(item, feed.content, [
    // RSS's own <author> must be an e-mail address: Dublin Core's creator is a name.
    ...article.authors.map((author) => xmlElement('dc:creator', {}, author.name)),
    ...(article.language === feed.language ? [] : [xmlElement('dc:language', {}, article.language)]),
    ...(article.image ? [mediaContent(article.image)] : []),
  ])
}

/** An RSS 2.0 document (rssboard.org/rss-specification) of items rendered before. */
export function renderRss(feed: FeedDescription, items: readonly Fragment[]): FeedDocument {
  const links = [
    xmlElement('atom:link', { rel: 'alternate', type: 'application/atom+xml', href: feed.self.atom }),
    xmlElement('atom:link', { rel: 'alternate', type: 'application/feed+json', href: feed.self.json }),
    ...feed.hubs.map((hub) => xmlElement('atom:link', { rel: 'hub', href: hub })),
  ]
  return { ...writeRssFrame(feed, links), entries: items }
}
