import { join } from 'node:path'
import { startProgress } from '../../src/node/cli/progress.ts'
import { countWrites, type Writes } from '../build/count-writes.ts'
import type { Part, Target } from '../part.ts'

const SIZES = [400, 10_000, 100_000]
/** How many values the first publication may write to the store, by its number of articles. */
const MOST_FIRST: ReadonlyMap<number, number> = new Map([
  [400, 30],
  [10_000, 500],
  [100_000, 5000],
])
/** How many values one article more may write. Each list with the article adds two. */
const MOST_MORE = 8

/** How many values publications write to the store: the first, and one with an article more. */
export const writes: Part = {
  name: 'writes',
  title: 'Writes to the store',
  isLong: true,
  measure: async (folder, { articles }) => {
    const sizes = SIZES.filter((size) => articles === undefined || size <= articles)
    const progress = startProgress('sites published twice', sizes.length)
    const counted: Writes[] = []
    for (const size of sizes) {
      counted.push(await countWrites(join(folder, String(size)), size))
      progress.step()
    }
    progress.stop()
    return {
      method: [
        'A write is a pack that the store does not have yet; the free plan has 1,000 a day. The article more is the newest, and in lists of its tags, author and section beside those of all.',
        '`--articles N` leaves out the larger sizes.',
      ],
      targets: counted.flatMap(describeWrites),
      tables: [],
    }
  },
}

function describeWrites({ articles, first, more, terms }: Writes): readonly Target[] {
  const mostFirst = MOST_FIRST.get(articles)
  const mostMore = MOST_MORE + 2 * terms
  return [
    {
      what: `writes to the store, ${articles} articles, first publication`,
      mustReach: mostFirst === undefined ? '(told)' : `at most ${mostFirst}`,
      measured: String(first),
      reached: mostFirst === undefined || first <= mostFirst,
    },
    {
      what: `writes to the store, ${articles} articles, one article more, in ${terms} lists`,
      mustReach: `at most ${mostMore}`,
      measured: String(more),
      reached: more <= mostMore,
    },
  ]
}
