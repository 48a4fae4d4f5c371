import { compareText } from '../../../model/compare-text.ts'
import { onceEach } from '../../../model/once-each.ts'
import type { Seed } from '../../../model/seed.ts'
import { articleName, folderOf } from '../../source/article-path.ts'
import { decodeText } from '../../source/decode-text.ts'
import { MOST_TEXT_BYTES, seedSize } from '../../source/seed-size.ts'
import { mergeSettings } from '../inherit-settings.ts'
import type { HandedDown } from './hand-down.ts'

/** Whether the text of a seed says that its page is to be kept back, with what is handed down to it. */
export type KeepsPage = (seed: Seed, text: string) => boolean

/** A folder that one page makes a bundle. */
interface Bundle {
  /** With the final slash. */
  readonly folder: string
  readonly page: Seed
  /** The nearest bundle that it lies in. */
  readonly around: Bundle | undefined
}

/**
 * What folders hand down, with the pages of kept bundles: where Hugo leaves out `talk/index.md`, it leaves out all that lies in
 * `talk/` as well. Of the pages of bundles only those are read beside which there are others. Takes the articles in the order
 * of their paths.
 */
export function keepBundles(
  articles: readonly Seed[],
  handedDown: HandedDown,
  keepsPage: KeepsPage,
): HandedDown {
  const isKept = onceEach((bundle: Bundle): boolean => {
    const { page, around } = bundle
    if (around !== undefined && isKept(around)) return true
    return seedSize(page) <= MOST_TEXT_BYTES && keepsPage(page, decodeText(page).text)
  })
  const pairs = findBundles(articles).flatMap(({ path, bundle }): [string, HandedDown[string]][] => {
    const around = bundle?.page.path === path ? bundle.around : bundle
    if (around === undefined || !isKept(around)) return []
    return [[path, mergeSettings({ draft: true }, handedDown[path] ?? {})]]
  })
  return { ...handedDown, ...Object.fromEntries(pairs) }
}

/** The nearest bundle of each article. In the order of paths all that lies in one folder is together. */
function findBundles(articles: readonly Seed[]): readonly { path: string; bundle: Bundle | undefined }[] {
  const pages = articles.filter(({ path }) => path.includes('/') && articleName(path) === folderOf(path))
  const opening = new Map(pages.map((page) => [`${folderOf(page.path)}/`, page]))
  const folders = [...opening].sort(([a], [b]) => compareText(a, b)).values()
  let next = folders.next()
  let bundle: Bundle | undefined
  return articles.map(({ path }) => {
    while (bundle !== undefined && !path.startsWith(bundle.folder)) bundle = bundle.around
    while (!next.done && path.startsWith(next.value[0])) {
      bundle = { folder: next.value[0], page: next.value[1], around: bundle }
      next = folders.next()
    }
    return { path, bundle }
  })
}
