/** Maps each item, at most `most` of them at a time; the results are in the order of the items. */
export async function mapConcurrently<T, R>(
  items: readonly T[],
  most: number,
  map: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results = new Map<number, R>()
  const queue = items.entries()
  const work = async () => {
    // All workers take from one queue.
    for (const [index, item] of queue) results.set(index, await map(item))
  }
  await Promise.all(Array.from({ length: most }, work))
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result)
}
