import { Feed, type FeedOptions, type Item } from 'feed'
import type { Author, Enclosure, Image } from '../model/article.ts'
import { escapeXmlAttribute, escapeXmlText } from '../model/escape.ts'
import type { FeedArticle, FeedDescription } from '../model/feed-description.ts'
import { FEED_MAX_AGE_SECONDS } from '../model/feed-format.ts'
import { escapeRssDescription, escapeRssPlainText } from './rss-text.ts'
import { cutElement, insertBefore, withoutElement } from './skeleton.ts'
import { Slots } from './slots.ts'

/**
 * The only file that uses the `feed` package. It protects its callers from the package's faults.
 *
 * The package decides only which elements there are, and their order. It gets a slot for each text and address, and our own
 * escaper writes the value afterwards. So these faults of the package cannot happen: it lets control characters pass,
 * escapes attributes only in part, collapses entities, and escapes three formats in the same way. Each document uses its own
 * instance, and gives every date, because the package's default dates come from the clock. What the package does not support
 * (creators, media, languages, most links) is added beside it, as lines of `extra` markup.
 */

const RSS_ROOT = `<rss version="2.0" ${[
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
].join(' ')}>`

const ATOM_ROOT = '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"'

/** The beginning and the end of a document, around its entries. The date of its last change is a piece of its own. */
export interface Frame {
  readonly head: readonly string[]
  readonly tail: string
}

/**
 * Writes an RSS `<item>` with indentation and line end. `extra` are further elements, one per line. `description` is
 * HTML that replaces the summary.
 */
export function writeRssItem(
  item: FeedArticle,
  content: 'full' | 'summary',
  extra: readonly string[],
  description?: string,
): string {
  const slots = new Slots()
  const { title, enclosures } = item.article
  const [enclosure] = enclosures
  const dates = dateSlots(item, slots, (date) => date.toUTCString())
  const skeleton = rssSkeleton({
    ...itemSlots(item, content, slots, { title: escapeRssPlainText, summary: escapeRssDescription }),
    ...(description !== undefined && { description: slots.put(escapeXmlText(description)) }),
    category: item.article.tags.map((tag) => ({ name: slots.put(escapeRssPlainText(tag)) })),
    ...(enclosure && { enclosure: enclosureSlots(enclosure, slots) }),
  })
  // An item needs a title or a description (rssboard.org/rss-specification, `item`). Readers would show an empty title.
  const titled = title === '' ? withoutElement(skeleton, 'title') : skeleton
  return slots.fill(insertBefore(dates(titled), '        </item>', 12, extra, slots))
}

/** Writes an Atom `<entry>` in the same way. Its title and summary are plain text, not HTML as the package writes them. */
export function writeAtomEntry(
  item: FeedArticle,
  content: 'full' | 'summary',
  extra: readonly string[],
): string {
  const slots = new Slots()
  const dates = dateSlots(item, slots, (date) => date.toISOString())
  const skeleton = atomSkeleton({
    ...itemSlots(item, content, slots, { title: escapeXmlText, summary: escapeXmlText }),
    id: slots.put(escapeXmlText(item.article.atomId ?? item.article.id)),
    category: item.article.tags.map((tag) => ({ term: slots.put(escapeXmlAttribute(tag)) })),
    author: item.article.authors.map((author) => authorSlots(author, slots)),
  })
  return slots.fill(insertBefore(dates(skeleton), '    </entry>', 8, extra, slots))
}

/** Stands for an article's dates while the package writes it. */
const PUBLISHED = new Date(0)
const UPDATED = new Date(86_400_000)

/**
 * The package's output for an item, kept for all items with the same slots. Without values and dates, most items of a
 * site have the same output, and the package takes longer than all other work on an entry.
 */
const rssSkeleton = onceEachShape((item) => {
  const feed = new Feed({ title: '', updated: UPDATED })
  feed.addItem(item)
  return cutElement(feed.rss2(), 'item')
})

const atomSkeleton = onceEachShape((item) => {
  const feed = new Feed({ title: '', id: '', updated: UPDATED })
  feed.addItem(item)
  return cutElement(feed.atom1(), 'entry')
    .replace('<title type="html">', '<title>')
    .replace('<summary type="html">', '<summary>')
    .replace('<link href=', '<link rel="alternate" type="text/html" href=')
})

function onceEachShape(write: (item: Item) => string): (item: Item) => string {
  const written = new Map<string, string>()
  return (item) => {
    const shape = JSON.stringify(item)
    const known = written.get(shape) ?? write(item)
    // An enclosure's length is a number, which a slot cannot replace, so there are as many outputs as lengths.
    if (item.enclosure === undefined) written.set(shape, known)
    return known
  }
}

/** Puts an article's dates in the places of those in the skeleton. */
function dateSlots(
  { article }: FeedArticle,
  slots: Slots,
  format: (date: Date) => string,
): (skeleton: string) => string {
  const published = slots.put(format(new Date(article.published)))
  const updated = slots.put(format(new Date(article.updated)))
  return (skeleton) => skeleton.replaceAll(format(PUBLISHED), published).replaceAll(format(UPDATED), updated)
}

/**
 * Writes the frame of an RSS document. `extra` are further elements of the channel, one per line, before its own
 * `atom:link`.
 */
export function writeRssFrame(description: FeedDescription, extra: readonly string[]): Frame {
  const slots = new Slots()
  const feed = new Feed({
    ...frameSlots(description, slots, escapeRssPlainText),
    feed: slots.put(escapeXmlAttribute(description.self.rss)),
    docs: 'https://www.rssboard.org/rss-specification',
    language: slots.put(escapeXmlText(description.language)),
    ttl: FEED_MAX_AGE_SECONDS / 60,
    // RSS 2.0 requires a description of the channel.
    description: slots.put(escapeRssPlainText(description.description || description.title)),
    ...(isRssImage(description.icon) && { image: slots.put(escapeXmlText(description.icon.url)) }),
  })
  const skeleton = feed.rss2().replace(/<rss [^>]*>/, RSS_ROOT)
  const document = slots.fill(insertBefore(skeleton, '        <atom:link ', 8, extra, slots))
  // Without any change there is no date, and RSS does not require one (rssboard.org/rss-specification, `lastBuildDate`).
  if (description.updated === undefined)
    return cutFrame(withoutElement(document, 'lastBuildDate'), '    </channel>')
  return cutFrame(document, '    </channel>', 'lastBuildDate')
}

/** Writes the frame of an Atom document. `extra` are further elements of the feed, one per line. */
export function writeAtomFrame(description: FeedDescription, extra: readonly string[]): Frame {
  const slots = new Slots()
  const [author] = description.authors
  const feed = new Feed({
    ...frameSlots(description, slots, escapeXmlText),
    feed: slots.put(escapeXmlAttribute(description.self.atom)),
    id: slots.put(escapeXmlText(description.id)),
    ...(author && { author: authorSlots(author, slots) }),
    ...(description.icon && { favicon: slots.put(escapeXmlText(description.icon.url)) }),
    ...(description.image && { image: slots.put(escapeXmlText(description.image.url)) }),
  })
  const skeleton = feed
    .atom1()
    .replace(
      /<feed [^>]*>/,
      `${ATOM_ROOT} xml:lang="${slots.put(escapeXmlAttribute(description.language))}">`,
    )
    .replace('<link rel="alternate" href=', '<link rel="alternate" type="text/html" href=')
    .replace('<link rel="self" href=', '<link rel="self" type="application/atom+xml" href=')
  return cutFrame(
    slots.fill(insertBefore(skeleton, '    <link rel="self"', 4, extra, slots)),
    '</feed>',
    'updated',
  )
}

type Escape = (text: string) => string

function itemSlots(
  { article, url }: FeedArticle,
  content: 'full' | 'summary',
  slots: Slots,
  write: { readonly title: Escape; readonly summary: Escape },
): Item {
  const link = slots.put(escapeXmlText(url))
  return {
    title: slots.put(write.title(article.title)),
    id: slots.put(escapeXmlText(article.id)),
    link,
    date: UPDATED,
    published: PUBLISHED,
    ...(article.summary !== '' && { description: slots.put(write.summary(article.summary)) }),
    // Empty content would say that an article is empty, and readers would not show its summary (RFC 4287 §4.1.3.3).
    ...(content === 'full' && article.html !== '' && { content: slots.put(escapeXmlText(article.html)) }),
  }
}

function frameSlots(description: FeedDescription, slots: Slots, write: Escape): FeedOptions {
  return {
    title: slots.put(write(description.title)),
    link: slots.put(escapeXmlAttribute(description.home)),
    ...(description.description !== '' && { description: slots.put(write(description.description)) }),
    // Atom requires a date (RFC 4287 §4.1.1). A feed that never had an entry uses the date of its beginning.
    updated: new Date(description.updated ?? description.begun),
    generator: 'Strillone',
    ...(description.copyright !== undefined && { copyright: slots.put(write(description.copyright)) }),
  }
}

function authorSlots(author: Author, slots: Slots): { name: string; email?: string; link?: string } {
  return {
    name: slots.put(escapeXmlText(author.name)),
    ...(author.email !== undefined && { email: slots.put(escapeXmlText(author.email)) }),
    ...(author.url !== undefined && { link: slots.put(escapeXmlText(author.url)) }),
  }
}

/** RSS 2.0 requires the length of an enclosure. 0 means that it is unknown. */
function enclosureSlots({ url, type, length }: Enclosure, slots: Slots): NonNullable<Item['enclosure']> {
  return {
    url: slots.put(escapeXmlAttribute(url)),
    type: slots.put(escapeXmlAttribute(type)),
    length: length ?? 0,
  }
}

/** Whether RSS 2.0 allows the picture; it allows three types (rssboard.org/rss-specification, `image`). */
function isRssImage(image: Image | undefined): image is Image {
  return image !== undefined && /(gif|jpe?g|png)$/i.test(image.type ?? new URL(image.url).pathname)
}

function cutFrame(document: string, end: string, date?: string): Frame {
  const at = document.lastIndexOf(end)
  if (at < 0) throw new Error(`The feed package no longer writes ${end.trim()}`)
  const tail = `${document.slice(at)}\n`
  if (date === undefined) return { head: [document.slice(0, at)], tail }
  const dateStart = document.indexOf(`<${date}>`)
  const dateEnd = document.indexOf(`</${date}>`)
  if (dateStart < 0) throw new Error(`The feed package no longer writes <${date}>`)
  return {
    head: [document.slice(0, dateStart), document.slice(dateStart, dateEnd), document.slice(dateEnd, at)],
    tail,
  }
}
