import { compareText } from '../../../model/compare-text.ts'
import { onceEach } from '../../../model/once-each.ts'
import type { Seed } from '../../../model/seed.ts'
import { articleName, folderOf } from '../../source/article-path.ts'
import { decodeText } from '../../source/decode-text.ts'
import { MOST_TEXT_BYTES, seedSize } from '../../source/seed-size.ts'
import { mergeSettings } from '../inherit-settings.ts'
import type { HandedDown } from './hand-down.ts'

/** Whether a seed's text withholds its page, together with the inherited settings. */
export type KeepsPage = (seed: Seed, text: string) => boolean

/** A folder that a page turns into a bundle. */
interface Bundle {
  /** With a slash at its end. */
  readonly folder: string
  readonly page: Seed
  /** The nearest bundle around it. */
  readonly around: Bundle | undefined
}

/**
 * Adds withheld bundles to the inherited settings. If Hugo leaves out `talk/index.md`, it also leaves out everything
 * else in `talk/`. Only pages of bundles that contain other articles are read. Takes the articles in the order of their
 * paths.
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

/** Finds the nearest bundle of each article. In path order, the articles of a folder are adjacent. */
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
