import { concatenate } from '../model/concatenate.ts'
import type { FeedDocument } from '../model/feed-description.ts'
import type { EntrySlice } from '../model/resource.ts'

/** A feed's document as bytes, and where each entry lies in them. */
export interface AssembledFeed {
  readonly body: Uint8Array
  readonly entries: readonly EntrySlice[]
}

/** Puts a document together: head, entries with the separator between them, tail. */
export function assembleFeed({ head, entries, separator, tail }: FeedDocument): AssembledFeed {
  const encoder = new TextEncoder()
  const pieces = [encoder.encode(head)]
  const slices: EntrySlice[] = []
  let at = pieces[0]?.length ?? 0
  for (const [index, entry] of entries.entries()) {
    const between = encoder.encode(index === 0 ? '' : separator)
    const bytes = encoder.encode(entry)
    const start = at + between.length
    at = start + bytes.length
    slices.push({ start, end: at })
    pieces.push(between, bytes)
  }
  pieces.push(encoder.encode(tail))
  return { body: concatenate(pieces), entries: slices }
}
