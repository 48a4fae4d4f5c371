/** Maps all items, at most `most` at a time. The results have the order of the items. Rejects as `map` does. */
export async function mapConcurrently<T, R>(
  items: readonly T[],
  most: number,
  map: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results = new Map<number, R>()
  const queue = items.entries()
  const work = async () => {
    // All loops take from one queue.
    for (const [index, item] of queue) results.set(index, await map(item))
  }
  await Promise.all(Array.from({ length: most }, work))
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result)
}
