import { sliceStem } from '../model/addresses.ts'
import type { ArticleFacts } from '../model/article.ts'
import { compareText } from '../model/compare-text.ts'
import type { Instant } from '../model/instant.ts'
import { compareSlices, type Slice, slicesOf } from '../model/slice.ts'

/**
 * All slices that have been shown by the moment `at`: those that were known, as they were named, and those of the articles
 * that are shown by now, as the first of them names it. Their addresses answer for ever, if with nothing.
 */
export function knownSlices(
  known: readonly Slice[],
  articles: readonly ArticleFacts[],
  at: Instant,
): readonly Slice[] {
  const byStem = new Map(known.map((slice) => [sliceStem(slice), slice]))
  const shown = articles
    .filter(({ published }) => published <= at)
    .sort((a, b) => a.firstPublished - b.firstPublished || compareText(a.id, b.id))
  for (const slice of shown.flatMap(slicesOf)) {
    const stem = sliceStem(slice)
    if (!byStem.has(stem)) byStem.set(stem, slice)
  }
  return [...byStem.values()].sort(compareSlices)
}
