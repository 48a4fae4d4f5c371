/** A range of a file's bytes, from `start` up to, but not including, `end`. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/** Merges ranges that overlap or touch, and sorts them. */
export function mergeRanges(ranges: readonly ByteRange[]): readonly ByteRange[] {
  const merged: { start: number; end: number }[] = []
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (end <= start) continue
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
}

/** Whether merged ranges share bytes with other ranges. */
export function doOverlap(some: readonly ByteRange[], others: readonly ByteRange[]): boolean {
  let next = 0
  for (const { start, end } of some) {
    while (next < others.length && (others[next]?.end ?? 0) <= start) next++
    if ((others[next]?.start ?? end) < end) return true
  }
  return false
}

/** Whether each merged range lies within one of the other ranges. */
export function areWithin(some: readonly ByteRange[], others: readonly ByteRange[]): boolean {
  let next = 0
  return some.every(({ start, end }) => {
    while (next < others.length && (others[next]?.end ?? 0) < end) next++
    const around = others[next]
    return around !== undefined && around.start <= start
  })
}
