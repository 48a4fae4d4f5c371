import { articleName, folderOf } from '../../source/article-path.ts'
import { HUGO_FOLDER, IGNORED_FILES_PATH, seedKind } from '../../source/seed-kind.ts'

/** A file that hands settings down: its scope and its notation. */
export type FolderFile =
  /** The page of a folder in Hugo and Zola. */
  | { readonly kind: 'folder page'; readonly folder: string; readonly language?: string }
  /** Eleventy's data of a folder, or of one article by its name. */
  | { readonly kind: 'folder data'; readonly folder: string }
  | { readonly kind: 'article data'; readonly name: string }
  /** Eleventy's data as code, which we never execute. */
  | { readonly kind: 'code'; readonly json: string }
  /** The settings of a whole site of Jekyll, Hugo or Zola. */
  | { readonly kind: 'Jekyll config' }
  /** Hugo may split its settings into several files. Each holds the settings below some names. */
  | { readonly kind: 'Hugo config'; readonly above: readonly string[] }
  /** Eleventy's list of files to leave out. */
  | { readonly kind: 'ignored files' }

/**
 * Recognises a file that hands settings down, by its path and those of the articles. `undefined` for other files.
 * `rootName` is the name of the folder of articles; Eleventy names the folder's data file after it.
 */
export function folderFileOf(
  path: string,
  isThere: (path: string) => boolean,
  rootName: string,
): FolderFile | undefined {
  if (seedKind(path) !== 'defaults') return undefined
  const folder = folderOf(path)
  const name = path.slice(folder === '' ? 0 : folder.length + 1)
  const [index, language] = /^_index\.(?:(\w[\w-]*)\.)?\w+$/i.exec(name) ?? []
  if (index !== undefined) return { kind: 'folder page', folder, ...(language && { language }) }
  if (path === IGNORED_FILES_PATH) return { kind: 'ignored files' }
  if (/^_config\./i.test(name)) return { kind: 'Jekyll config' }
  const stem = name.replace(/(?:\.11tydata)?\.\w+$/i, '')
  if (HUGO_FOLDER.test(`${folder}/`)) return { kind: 'Hugo config', above: namesAbove(name) }
  if (folder === '' && /^(?:hugo|config)\./i.test(name) && !isOfArticle(stem, isThere))
    return { kind: 'Hugo config', above: [] }
  if (/\.[cm]?[jt]s$/i.test(name)) return { kind: 'code', json: path.replace(/\.\w+$/, '.json') }
  const parent = (folder === '' ? rootName : folder).split('/').at(-1)
  if (stem === parent) return { kind: 'folder data', folder }
  const article = folder === '' ? stem : `${folder}/${stem}`
  return isOfArticle(article, isThere)
    ? { kind: 'article data', name: articleName(`${article}.md`) }
    : undefined
}

/** `languages.de.toml` holds the settings that are otherwise below `languages.de`. */
function namesAbove(name: string): readonly string[] {
  const names = name.toLowerCase().split('.').slice(0, -1)
  return names[0] === 'hugo' || names[0] === 'config' ? [] : names
}

const EXTENSIONS = ['md', 'markdown', 'html', 'htm', 'txt'] as const

function isOfArticle(name: string, isThere: (path: string) => boolean): boolean {
  return EXTENSIONS.some((extension) => isThere(`${name}.${extension}`))
}
