import { join } from 'node:path'
import { startProgress } from '../../src/node/cli/progress.ts'
import { runBuild, writeSeed } from '../build-site.ts'
import { corpusArticle, writeCorpus } from '../corpus.ts'
import { median } from '../median.ts'
import type { Part } from '../part.ts'
import type { Measured } from '../run-measured.ts'

const ARTICLES = 10_000
const MOST_SHARE_AGAIN = 0.1
const TURNS = 3

/** Measures our own build: cold, and again with one article changed. */
export const build: Part = {
  name: 'build',
  title: 'The build',
  isLong: false,
  measure: async (folder, extent) => {
    const articles = extent.articles ?? ARTICLES
    const progress = startProgress('builds', TURNS * 2)
    const cold: Measured[] = []
    const again: Measured[] = []
    for (let turn = 0; turn < TURNS; turn++) {
      const seeds = join(folder, `seeds-${turn}`)
      const built = join(folder, `dist-${turn}`)
      await writeCorpus(seeds, articles, 'markdown')
      cold.push(await runBuild(seeds, built))
      progress.step()
      const changed = corpusArticle(articles >> 1, 'markdown')
      await writeSeed(seeds, { ...changed, text: `${changed.text}\nUna riga in più, la ${turn}.\n` })
      again.push(await runBuild(seeds, built))
      progress.step()
    }
    progress.stop()
    const share = median(again.map((each, turn) => each.seconds / (cold[turn]?.seconds ?? 0)))
    return {
      method: [
        `The whole command, \`npm run build\` without npm, on ${articles} articles of about 4.5 kB with everything on; median of ${TURNS}, each in new folders. Cold is without anything kept from a build before.`,
      ],
      targets: [
        {
          what: `build again, one article changed of ${articles}, of our cold build`,
          mustReach: 'at most 0.10×',
          measured: `${share.toFixed(2)}×`,
          reached: share <= MOST_SHARE_AGAIN,
        },
      ],
      tables: [
        {
          caption: `${articles} articles.`,
          columns: ['build', 'seconds', 'peak memory, MB'],
          rows: [renderRow('cold', cold), renderRow('again, one article changed', again)],
        },
      ],
    }
  },
}

function renderRow(what: string, builds: readonly Measured[]): readonly string[] {
  const seconds = median(builds.map((each) => each.seconds))
  const megabytes = median(builds.map((each) => each.peakBytes)) / 1e6
  return [what, seconds.toFixed(1), megabytes.toFixed(0)]
}
