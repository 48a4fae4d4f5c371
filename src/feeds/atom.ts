import type { Author, Enclosure } from '../model/article.ts'
import { escapeXmlAttribute, xmlElement, xmlParent } from '../model/escape.ts'
import type { EntrySettings, FeedArticle, FeedDescription, FeedDocument } from '../model/feed-description.ts'
import type { FeedFormat } from '../model/feed-format.ts'
import { formatRfc3339 } from '../model/instant.ts'
import { MEDIA_TYPES } from '../model/media-types.ts'
import type { Fragment } from '../model/rendition.ts'
import { archiveLinks, namedHubs } from './archive-links.ts'
import { writeAtomEntry, writeAtomFrame } from './feed-package.ts'
import { imageContent } from './media-content.ts'

/** Renders an article as an Atom `<entry>` (RFC 4287 §4.1.2), for all feeds that contain it. */
export function renderAtomEntry(item: FeedArticle, feed: EntrySettings): string {
  const { article } = item
  const entry = writeAtomEntry(item, feed.content, [
    // The page that an article is about is not another version of the article, as an `alternate` link would say (RFC
    // 4287 §4.2.7.2).
    ...(article.link === undefined ? [] : [xmlElement('link', { rel: 'related', href: article.link })]),
    ...article.enclosures.map(enclosureLink),
    ...(article.image ? [imageContent(article.image)] : []),
  ])
  if (article.language === feed.language) return entry
  return entry.replace('<entry>', `<entry xml:lang="${escapeXmlAttribute(article.language)}">`)
}

/** Renders an Atom document (RFC 4287) from rendered entries. */
export function renderAtom(feed: FeedDescription, entries: readonly Fragment[]): FeedDocument {
  const [, ...furtherAuthors] = feed.authors
  const extra = [
    ...furtherAuthors.map(atomAuthor),
    xmlElement('link', { rel: 'alternate', type: 'application/rss+xml', href: feed.self.rss }),
    xmlElement('link', { rel: 'alternate', type: 'application/feed+json', href: feed.self.json }),
    ...namedHubs(feed).map((hub) => xmlElement('link', { rel: 'hub', href: hub })),
    ...archiveLinks(feed, 'atom', 'link'),
  ]
  const { head, tail } = writeAtomFrame(feed, extra)
  return { head, entries, tail: feed.tombstones.map(deletedEntry).join('') + tail }
}

/** Renders the tombstone of a deleted entry (RFC 6721 §3). */
function deletedEntry({ id, atomId = id, when }: FeedDescription['tombstones'][number]): string {
  const attributes = {
    'xmlns:at': 'http://purl.org/atompub/tombstones/1.0',
    ref: atomId,
    when: formatRfc3339(when),
  }
  return `    ${xmlElement('at:deleted-entry', attributes)}\n`
}

/** Renders an enclosure (RFC 4287 §4.2.7.2). Atom has no attribute for a duration. */
function enclosureLink({ url, type, length, title }: Enclosure): string {
  return xmlElement('link', { rel: 'enclosure', type, length, title, href: url })
}

function atomAuthor(author: Author): string {
  return xmlParent('author', {}, [
    xmlElement('name', {}, author.name),
    ...(author.email === undefined ? [] : [xmlElement('email', {}, author.email)]),
    ...(author.url === undefined ? [] : [xmlElement('uri', {}, author.url)]),
  ])
}

/** Atom 1.0 (RFC 4287). */
export const ATOM: FeedFormat = {
  form: 'atom',
  name: 'Atom',
  type: MEDIA_TYPES.atom,
  renderEntry: renderAtomEntry,
  renderDocument: renderAtom,
}
