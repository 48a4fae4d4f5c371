import { join } from 'node:path'
import { listPackKeys } from '../../src/node/files/pack-folder.ts'
import { runBuild, writeArticles, writeSeed } from '../build-site.ts'
import { corpusArticle } from '../corpus.ts'

/** How many packs publications write that the store lacks. */
export interface Writes {
  readonly articles: number
  /** By the first publication. */
  readonly first: number
  /** By the next one, with one article more. */
  readonly more: number
  /** How many tags, authors and sections this article has. */
  readonly terms: number
}

/** Publishes a site, and then the same with one article more, which is the newest. */
export async function countWrites(folder: string, articles: number): Promise<Writes> {
  const seeds = join(folder, 'seeds')
  const built = join(folder, 'dist')
  await writeArticles(seeds, 1, articles)
  await runBuild(seeds, built)
  const before = new Set(await listPackKeys(built))
  const newest = corpusArticle(0, 'markdown')
  await writeSeed(seeds, newest)
  await runBuild(seeds, built)
  const added = (await listPackKeys(built)).filter((key) => !before.has(key))
  return { articles, first: before.size, more: added.length, terms: countTerms(newest.text) }
}

/** One author, one section, and the tags that its front matter lists. */
function countTerms(text: string): number {
  const tags = /^tags: \[(.*)\]$/m.exec(text)?.[1] ?? ''
  return 2 + tags.split(',').filter((tag) => tag.trim() !== '').length
}
