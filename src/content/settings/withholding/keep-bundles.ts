import type { Seed } from '../../../model/seed.ts'
import { articleName, folderOf } from '../../source/article-path.ts'
import { decodeText } from '../../source/decode-text.ts'
import { MOST_TEXT_BYTES, seedSize } from '../../source/seed-size.ts'
import { mergeSettings } from '../inherit-settings.ts'
import type { HandedDown } from './hand-down.ts'

/** Whether the text of a seed says that its page is to be kept back, with what is handed down to it. */
export type KeepsPage = (seed: Seed, text: string) => boolean

/**
 * What folders hand down, with the pages of kept bundles: where Hugo leaves out `talk/index.md`, it leaves out all that lies in
 * `talk/` as well. Of the pages of bundles only those are read beside which there are others.
 */
export function keepBundles(
  articles: readonly Seed[],
  handedDown: HandedDown,
  keepsPage: KeepsPage,
): HandedDown {
  const bundles = new Map(
    articles
      .filter(({ path }) => articleName(path) === folderOf(path))
      .map((seed) => [folderOf(seed.path), seed]),
  )
  bundles.delete('')
  const kept = new Map<string, boolean>()
  const isKept = (folder: string): boolean => {
    const known = kept.get(folder)
    if (known !== undefined) return known
    const seed = bundles.get(folder)
    const own =
      seed !== undefined && seedSize(seed) <= MOST_TEXT_BYTES && keepsPage(seed, decodeText(seed).text)
    const found = own || (folder !== '' && isKept(folderOf(folder)))
    kept.set(folder, found)
    return found
  }
  const pairs = articles.flatMap(({ path }): [string, HandedDown[string]][] => {
    const folder = folderOf(path)
    const around = bundles.get(folder)?.path === path ? folderOf(folder) : folder
    if (!isKept(around)) return []
    return [[path, mergeSettings({ draft: true }, handedDown[path] ?? {})]]
  })
  return { ...handedDown, ...Object.fromEntries(pairs) }
}
