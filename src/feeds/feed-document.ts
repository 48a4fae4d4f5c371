import type { FeedDocument } from '../model/feed-description.ts'

/** The document as text: head, the first `count` entries (all of them unless told), tail. */
export function joinFeedDocument(document: FeedDocument, count = document.entries.length): string {
  return document.head + document.entries.slice(0, count).join(document.separator) + document.tail
}
