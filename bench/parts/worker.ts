import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { bundleWorker } from '../../src/node/dev/local-worker.ts'
import { buildSite } from '../build-site.ts'
import { median } from '../median.ts'
import type { Part } from '../part.ts'
import { measureStart } from '../servers/measure-start.ts'
import { siteModules } from '../servers/serve-site.ts'

const MOST_BYTES = 40_000
const MOST_MILLISECONDS = 5
const STARTS = 15

/** The smallest possible Worker. */
const BARE = [{ name: 'index.js', contents: 'export default { fetch: () => new Response("") }' }]

/** The size of the Worker, and how long it takes to start. */
export const worker: Part = {
  name: 'worker',
  title: 'The Worker',
  isLong: false,
  measure: async (folder) => {
    const built = await buildSite(folder, 500)
    const modules = await siteModules(built)
    const source = await bundleWorker({ minify: true })
    const bytes = gzipSync(source).length
    const differences: number[] = []
    for (let round = 0; round <= STARTS; round++) {
      const bare = await measureStart(join(folder, 'bare'), BARE)
      const ours = await measureStart(join(folder, 'ours'), modules)
      if (round > 0) differences.push(ours - bare)
    }
    const cpu = median(differences)
    return {
      method: [
        'The size is that of the code, minified as for a deployment and compressed with gzip; the release and the packs beside it grow with the site.',
        `The start is the time of a core in which workerd compiles the modules and runs their top, when another Worker loads them, less that for an empty module. Median of ${STARTS} pairs, of a site of 500 articles.`,
      ],
      targets: [
        {
          what: 'code of the Worker, gzipped',
          mustReach: 'under 40 kB',
          measured: `${(bytes / 1000).toFixed(1)} kB`,
          reached: bytes < MOST_BYTES,
        },
        {
          what: 'start in workerd, beyond that of an empty module',
          mustReach: 'under 5 ms',
          measured: `${cpu.toFixed(1)} ms`,
          reached: cpu < MOST_MILLISECONDS,
        },
      ],
      tables: [],
    }
  },
}
