import { concatenate } from '../model/bytes.ts'
import type { EntrySlice } from '../model/resource.ts'

/**
 * A complete feed of some of a feed's entries, cut from its decoded bytes: what stands before the first entry, the
 * entries in `places` with what stands between two, and what stands after the last.
 */
export function selectEntries(
  feed: Uint8Array,
  entries: readonly EntrySlice[],
  places: readonly number[],
): Uint8Array {
  const [first, second] = entries
  const last = entries.at(-1)
  if (first === undefined || last === undefined) return feed
  const separator = second === undefined ? new Uint8Array() : feed.subarray(first.end, second.start)
  const chosen = places.flatMap((place, index) => {
    const term = entries[place]
    if (term === undefined) throw new RangeError(`The feed has no entry ${place}`)
    return index === 0
      ? [feed.subarray(term.start, term.end)]
      : [separator, feed.subarray(term.start, term.end)]
  })
  return concatenate([feed.subarray(0, first.start), ...chosen, feed.subarray(last.end)])
}
