import { TooMuch } from '../foreign-feed/too-much.ts'
import { type FeedPage, parseFeedPage } from '../parse-feed-page.ts'

/** What a live feed says. */
export type FeedDocument = FeedPage

/** Reads a feed of any format, leniently as readers do; why it is more than any of them takes; undefined where it is none. */
export function readFeedDocument(text: string, base: string): FeedDocument | TooMuch | undefined {
  try {
    return parseFeedPage(text, base)
  } catch (error) {
    if (error instanceof TooMuch) return error
    throw error
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
