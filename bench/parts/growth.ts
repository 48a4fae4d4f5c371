import { join } from 'node:path'
import { runBuild } from '../build-site.ts'
import { writeCorpus } from '../corpus.ts'
import type { Part, Target } from '../part.ts'
import type { Measured } from '../run-measured.ts'

const SIZES = [1000, 10_000, 100_000]
/** The limits for ten times as many articles: how many times the time, and how many bytes of memory. */
const MOST_TIMES = 11
const MOST_BYTES = 1.5e9

/** How time and memory grow with the archive. */
export const growth: Part = {
  name: 'growth',
  title: 'How the build grows',
  isLong: true,
  measure: async (folder, { articles }) => {
    const sizes = SIZES.filter((size) => articles === undefined || size <= articles)
    const builds: { readonly size: number; readonly measured: Measured }[] = []
    for (const size of sizes) {
      const seeds = join(folder, `seeds-${size}`)
      await writeCorpus(seeds, size, 'markdown')
      builds.push({ size, measured: await runBuild(seeds, join(folder, `dist-${size}`)) })
    }
    const steps = builds.slice(1).map(({ size, measured }, index): Target => {
      const before = builds[index]
      if (before === undefined) throw new RangeError('There is no step before the first')
      const times = measured.seconds / before.measured.seconds
      const most = (MOST_TIMES * size) / before.size / 10
      return {
        what: `time of ${size} articles, of that of ${before.size}`,
        mustReach: `at most ${most.toFixed(1)}×`,
        measured: `${times.toFixed(1)}×`,
        reached: times <= most,
      }
    })
    const peak = Math.max(...builds.map(({ measured }) => measured.peakBytes))
    return {
      method: ['The whole command, cold, once for each size. `--articles N` leaves out the larger sizes.'],
      targets: [
        ...steps,
        {
          what: `peak memory at ${sizes.at(-1)} articles`,
          mustReach: 'under 1500 MB at 100000',
          measured: `${(peak / 1e6).toFixed(0)} MB`,
          reached: peak < MOST_BYTES,
        },
      ],
      tables: [
        {
          caption: 'Cold builds.',
          columns: ['articles', 'seconds', 'peak memory, MB', 'articles a second'],
          rows: builds.map(({ size, measured: { seconds, peakBytes } }) => [
            String(size),
            seconds.toFixed(1),
            (peakBytes / 1e6).toFixed(0),
            (size / seconds).toFixed(0),
          ]),
        },
      ],
    }
  },
}
