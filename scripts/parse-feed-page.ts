import { type AnyFeed, parseFeed } from 'feedsmith'
import { parseMoment } from '../src/content/settings/parse-moment.ts'
import type { FeedItem } from '../src/ledger/feed-item.ts'

/** One document of a feed. */
export interface FeedPage {
  readonly items: readonly FeedItem[]
  /** The absolute URL of the document with older items, if there is one. */
  readonly next?: string
}

/** An item as it is written, in the words of any format. */
interface WrittenItem {
  readonly id: string | undefined
  readonly link: string | undefined
  readonly title: string | undefined
  readonly published: string | undefined
  readonly updated: string | undefined
}

interface Link {
  readonly href?: string
  readonly rel?: string
}

/**
 * Reads a document in RSS, RSS 1.0, Atom or JSON Feed; undefined where it is none of these. An item without an id and a
 * link cannot be told from others, and is left out.
 */
export function parseFeedPage(text: string, base: string): FeedPage | undefined {
  const parsed = tryParse(text)
  if (parsed === undefined) return undefined
  const { items, next } = readPage(parsed)
  const following = absolute(next, base)
  return {
    items: items.flatMap((item) => completeItem(item, base)),
    ...(following !== undefined && { next: following }),
  }
}

/** What the end of a document that has been cut off lacks: `</rss>`; undefined of one that is whole, or no feed. */
export function missingEnd(text: string): string | undefined {
  if (/^\s*\{/.test(text)) return /\}\s*$/.test(text) ? undefined : '}'
  const [, root] = /<((?:\w+:)?(?:rss|feed|RDF))[\s>]/.exec(text) ?? []
  return root === undefined || text.includes(`</${root}`) ? undefined : `</${root}>`
}

function tryParse(text: string): AnyFeed | undefined {
  try {
    return parseFeed(text)
  } catch {
    // What is no feed is told of by whoever knows where it came from.
    return undefined
  }
}

function readPage(parsed: AnyFeed): { items: readonly WrittenItem[]; next: string | undefined } {
  switch (parsed.format) {
    case 'json':
      return {
        items: (parsed.feed.items ?? []).map((item) => ({
          ...{ id: item.id, link: item.url ?? item.external_url, title: item.title },
          ...{ published: item.date_published, updated: item.date_modified },
        })),
        next: parsed.feed.next_url,
      }
    case 'atom':
      return {
        items: (parsed.feed.entries ?? []).map((entry) => ({
          ...{ id: entry.id, link: alternateOf(entry.links), title: entry.title?.value },
          ...{ published: entry.published ?? entry.updated, updated: entry.updated },
        })),
        next: olderOf(parsed.feed.links),
      }
    case 'rss':
      return {
        items: (parsed.feed.items ?? []).map(({ guid, link, title, pubDate, dc, atom }) => {
          const permalink = guid?.isPermaLink === false ? undefined : guid?.value
          return {
            ...{ id: guid?.value ?? link, link: link ?? permalink, title },
            ...{ published: pubDate ?? dc?.dates?.[0], updated: atom?.updated },
          }
        }),
        next: olderOf(parsed.feed.atom?.links),
      }
    case 'rdf':
      return {
        items: (parsed.feed.items ?? []).map(({ rdf, link, title, dc, atom }) => ({
          ...{ id: rdf?.about ?? link, link, title, published: dc?.dates?.[0], updated: atom?.updated },
        })),
        next: olderOf(parsed.feed.atom?.links),
      }
  }
}

function alternateOf(links: readonly Link[] = []): string | undefined {
  return links.find(({ rel = 'alternate' }) => rel === 'alternate')?.href
}

/** Paged and archived feeds (RFC 5005 §3, §4). */
function olderOf(links: readonly Link[] = []): string | undefined {
  return ['next', 'prev-archive'].map((rel) => links.find((link) => link.rel === rel)?.href).find(Boolean)
}

function completeItem({ id, link, title, published, updated }: WrittenItem, base: string): FeedItem[] {
  if (id === undefined || id === '') return []
  const url = absolute(link, base)
  const [begun, changed] = [momentOf(published), momentOf(updated)]
  return [
    {
      id,
      ...(url !== undefined && { link: url }),
      ...(title !== undefined && { title }),
      ...(begun !== undefined && { published: begun }),
      ...(changed !== undefined && { updated: changed }),
    },
  ]
}

function momentOf(written: string | undefined) {
  const parsed = written === undefined ? undefined : parseMoment(written, 'UTC')
  return parsed && 'moment' in parsed ? parsed.moment : undefined
}

function absolute(link: string | undefined, base: string): string | undefined {
  return link !== undefined && URL.canParse(link, base) ? new URL(link, base).href : undefined
}
