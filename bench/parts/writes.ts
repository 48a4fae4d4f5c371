import { join } from 'node:path'
import { startProgress } from '../../src/node/cli/progress.ts'
import { countWrites, type Writes } from '../build/count-writes.ts'
import type { Part, Target } from '../part.ts'

const SIZES = [400, 10_000, 100_000]
/** How many values the first publication may write to the store, by its number of articles. */
const MOST_FIRST: ReadonlyMap<number, number> = new Map([
  [400, 30],
  [10_000, 200],
  [100_000, 2000],
])
/** How many values one article more may write, however large the site is. */
const MOST_MORE = 10
/** How many values an old article may write that is edited, where so many newer ones have left it out of all feeds. */
const MOST_EDITED = 4
const OLD_AMONG = 10_000

/** How many values publications write to the store: the first, one with an article more, and one with an old article edited. */
export const writes: Part = {
  name: 'writes',
  title: 'Writes to the store',
  isLong: true,
  measure: async (folder, { articles }) => {
    const sizes = SIZES.filter((size) => articles === undefined || size <= articles)
    const progress = startProgress('sites published three times', sizes.length)
    const counted: Writes[] = []
    for (const size of sizes) {
      counted.push(await countWrites(join(folder, String(size)), size))
      progress.step()
    }
    progress.stop()
    return {
      method: [
        'A write is a pack that the store does not have yet; the free plan has 1,000 a day. The article more is the newest, and in lists of its tags, author and section beside those of all; the edited one is of the middle.',
        '`--articles N` leaves out the larger sizes.',
      ],
      targets: counted.flatMap(describeWrites),
      tables: [],
    }
  },
}

function describeWrites({ articles, first, more, edited, terms }: Writes): readonly Target[] {
  const mostFirst = MOST_FIRST.get(articles)
  return [
    {
      what: `writes to the store, ${articles} articles, first publication`,
      mustReach: mostFirst === undefined ? '(told)' : `at most ${mostFirst}`,
      measured: String(first),
      reached: mostFirst === undefined || first <= mostFirst,
    },
    {
      what: `writes to the store, ${articles} articles, one article more, in ${terms} lists`,
      mustReach: `at most ${MOST_MORE}`,
      measured: String(more),
      reached: more <= MOST_MORE,
    },
    {
      what: `writes to the store, ${articles} articles, an old one edited`,
      mustReach: articles < OLD_AMONG ? '(told)' : `at most ${MOST_EDITED}`,
      measured: String(edited),
      reached: articles < OLD_AMONG || edited <= MOST_EDITED,
    },
  ]
}
