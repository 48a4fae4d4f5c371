import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { MODULES } from '../src/node/cli/project.ts'
import { CORPUS_SITE, type CorpusFile, corpusArticle, writeCorpus } from './corpus.ts'
import { type Measured, runMeasured } from './run-measured.ts'

const SCRIPTS = join(import.meta.dirname, '../scripts')
/** The Node arguments of `npm run build`. */
const BUILD = ['--import', MODULES.compileCache, join(SCRIPTS, 'strillone.ts'), 'build']

/** Writes a corpus below a folder and builds it for this machine. Resolves to the folder of the bundle. */
export async function buildSite(
  folder: string,
  articles: number,
  ...further: readonly string[]
): Promise<string> {
  const seeds = join(folder, 'seeds')
  const built = join(folder, 'dist')
  await writeCorpus(seeds, articles, 'markdown')
  await runBuild(seeds, built, '--local', ...further)
  return built
}

/** The same, with the articles of a corpus from an index on. The lower the first index, the newer the newest article. */
export async function buildArticles(folder: string, first: number, articles: number): Promise<string> {
  const seeds = join(folder, 'seeds')
  const built = join(folder, 'dist')
  await writeArticles(seeds, first, articles)
  await runBuild(seeds, built, '--local')
  return built
}

/** Writes a site with articles of a corpus from an index on. */
export async function writeArticles(seeds: string, first: number, articles: number): Promise<void> {
  await writeSeed(seeds, CORPUS_SITE)
  for (let place = first; place < first + articles; place++) {
    await writeSeed(seeds, corpusArticle(place, 'markdown'))
  }
}

/** Writes one file of a site. */
export async function writeSeed(seeds: string, { path, text }: CorpusFile): Promise<void> {
  const file = join(seeds, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}

/** Runs the whole command, as a publisher does, and measures it. */
export function runBuild(seeds: string, built: string, ...further: readonly string[]): Promise<Measured> {
  return runMeasured(process.execPath, [...BUILD, '--seeds', seeds, '--out', built, ...further], seeds)
}
