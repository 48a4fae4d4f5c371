import { join } from 'node:path'
import { runScript } from '../tests/support/run-script.ts'
import { writeCorpus } from './corpus.ts'

/** Writes a corpus below a folder and builds it as for this machine; gives the folder of what was built. */
export async function buildSite(folder: string, articles: number): Promise<string> {
  const seeds = join(folder, 'seeds')
  const built = join(folder, 'dist')
  await writeCorpus(seeds, articles, 'markdown')
  const { status, stderr } = await runScript('build.ts', ['--local', '--seeds', seeds, '--out', built])
  if (status !== 0) throw new Error(stderr)
  return built
}
