import type { Author } from '../model/article.ts'
import type { EntrySettings, FeedArticle, FeedDescription, FeedDocument } from '../model/feed-description.ts'
import { writeAtomEntry, writeAtomFrame } from './feed-package.ts'
import { mediaContent } from './media-content.ts'
import { escapeXmlAttribute, xmlElement } from './xml.ts'

/** An article as an Atom `<entry>` (RFC 4287 §4.1.2): a fragment of every feed that carries it. */
export function renderAtomEntry(item: FeedArticle, feed: EntrySettings): string {
  const { article } = item
  const entry = writeAtomEntry(item, feed.content, article.image ? [mediaContent(article.image)] : [])
  if (article.language === feed.language) return entry
  return entry.replace('<entry>', `<entry xml:lang="${escapeXmlAttribute(article.language)}">`)
}

/** An Atom document (RFC 4287) of entries rendered before. */
export function renderAtom(feed: FeedDescription, entries: readonly string[]): FeedDocument {
  const [, ...furtherAuthors] = feed.authors
  const extra = [
    ...furtherAuthors.map(atomAuthor),
    xmlElement('link', { rel: 'alternate', type: 'application/rss+xml', href: feed.self.rss }),
    xmlElement('link', { rel: 'alternate', type: 'application/feed+json', href: feed.self.json }),
    ...feed.hubs.map((hub) => xmlElement('link', { rel: 'hub', href: hub })),
  ]
  return { ...writeAtomFrame(feed, extra), entries, separator: '' }
}

function atomAuthor(author: Author): string {
  const parts = [
    xmlElement('name', {}, author.name),
    ...(author.email === undefined ? [] : [xmlElement('email', {}, author.email)]),
    ...(author.url === undefined ? [] : [xmlElement('uri', {}, author.url)]),
  ]
  return `<author>${parts.join('')}</author>`
}
