import type { FeedDocument } from '../model/feed-description.ts'
import type { Fragment } from '../model/rendition.ts'

/** Assembles a document: head, entries with separators between them, tail. */
export function assembleFeed({ head, entries, separator, tail }: FeedDocument): readonly Fragment[] {
  const parted = entries.flatMap((entry, index) =>
    index === 0 || separator === undefined ? [entry] : [separator, entry],
  )
  return [...head.map(frame), ...parted, frame(tail)]
}

function frame(text: string): Fragment {
  return { text, isEntry: false }
}
