import { type AnyFeed, parseFeed } from 'feedsmith'
import type { FeedItem } from '../../src/ledger/feed-item.ts'
import { parseFeedPage } from '../parse-feed-page.ts'

export type FeedFormat = AnyFeed['format']

/** What a live feed says. */
export interface FeedDocument {
  readonly format: FeedFormat
  /** The address that it gives as its own, as it is written. */
  readonly self?: string
  /** The address of the site that it gives, as it is written. */
  readonly home?: string
  /** The WebSub hubs that it names. */
  readonly hubs: readonly string[]
  /** Those that have an id, or for want of one a link. */
  readonly items: readonly FeedItem[]
  /** How many items have no id of their own. */
  readonly unidentified: number
}

/** Reads a feed of any format, leniently as readers do; undefined where it is none. */
export function readFeedDocument(text: string, base: string): FeedDocument | undefined {
  try {
    const parsed = parseFeed(text)
    const { self, home, ...rest } = describe(parsed)
    return {
      format: parsed.format,
      ...(self !== undefined && { self }),
      ...(home !== undefined && { home }),
      ...rest,
      items: parseFeedPage(text, base)?.items ?? [],
    }
  } catch {
    // It is not for the parser to say why: the text is looked at by itself.
    return undefined
  }
}

/** Whether a text is meant to be a feed, in order or not. */
export function looksLikeFeed(text: string): boolean {
  const beginning = text.slice(0, 4096)
  return (
    /<(?:\w+:)?(?:rss|RDF)[\s>]|<(?:\w+:)?feed[\s>]/.test(beginning) ||
    /^[\s\ufeff]*\{.*jsonfeed\.org/s.test(beginning)
  )
}

/** Whether a text is a page for people. */
export function looksLikePage(text: string): boolean {
  const beginning = text.slice(0, 4096).replace(/<!--.*?-->/gs, '')
  return /^[\s\ufeff]*<(?:!doctype html|html|head|body)\b/i.test(beginning)
}

interface Link {
  readonly href?: string
  readonly rel?: string
}

type Description = Pick<FeedDocument, 'hubs' | 'unidentified'> & {
  readonly self: string | undefined
  readonly home: string | undefined
}

function describe(parsed: AnyFeed): Description {
  switch (parsed.format) {
    case 'json': {
      const { feed_url, home_page_url, hubs = [], items = [] } = parsed.feed
      return {
        self: feed_url,
        home: home_page_url,
        hubs: hubs.flatMap(({ url }) => (url === undefined ? [] : [url])),
        unidentified: items.filter(({ id }) => isEmpty(id)).length,
      }
    }
    case 'atom': {
      const { links = [], entries = [] } = parsed.feed
      const unidentified = entries.filter(({ id }) => isEmpty(id)).length
      return {
        self: named(links, 'self')[0],
        home: named(links, 'alternate')[0],
        hubs: named(links, 'hub'),
        unidentified,
      }
    }
    case 'rss': {
      const { atom, link, items = [] } = parsed.feed
      const unidentified = items.filter(({ guid }) => isEmpty(guid?.value)).length
      return {
        self: named(atom?.links, 'self')[0],
        home: link,
        hubs: named(atom?.links, 'hub'),
        unidentified,
      }
    }
    case 'rdf': {
      const { atom, link, items = [] } = parsed.feed
      const unidentified = items.filter(({ rdf }) => isEmpty(rdf?.about)).length
      return {
        self: named(atom?.links, 'self')[0],
        home: link,
        hubs: named(atom?.links, 'hub'),
        unidentified,
      }
    }
  }
}

function named(links: readonly Link[] = [], wanted: string): readonly string[] {
  return links.flatMap(({ rel = 'alternate', href }) => (rel === wanted && href !== undefined ? [href] : []))
}

function isEmpty(id: string | undefined): boolean {
  return id === undefined || id.trim() === ''
}
