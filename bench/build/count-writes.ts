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
  /** By the one after that, with an old article edited. */
  readonly edited: number
  /** How many tags, authors and sections this article has. */
  readonly terms: number
}

/** Publishes a site, then the same with one article more, which is the newest, and then with one of the middle edited. */
export async function countWrites(folder: string, articles: number): Promise<Writes> {
  const seeds = join(folder, 'seeds')
  const built = join(folder, 'dist')
  const publish = async () => {
    const before = new Set(await listPackKeys(built))
    await runBuild(seeds, built)
    return (await listPackKeys(built)).filter((key) => !before.has(key)).length
  }
  await writeArticles(seeds, 1, articles)
  const first = await publish()
  const newest = corpusArticle(0, 'markdown')
  await writeSeed(seeds, newest)
  const more = await publish()
  const old = corpusArticle(Math.ceil(articles / 2), 'markdown')
  await writeSeed(seeds, { ...old, text: `${old.text}\nCorrection: this was wrong.\n` })
  return { articles, first, more, edited: await publish(), terms: countTerms(newest.text) }
}

/** One author, one section, and the tags that its front matter lists. */
function countTerms(text: string): number {
  const tags = /^tags: \[(.*)\]$/m.exec(text)?.[1] ?? ''
  return 2 + tags.split(',').filter((tag) => tag.trim() !== '').length
}
