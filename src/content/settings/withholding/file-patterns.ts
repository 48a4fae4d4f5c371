import picomatch from 'picomatch'
import { folderOf } from '../../source/article-path.ts'

/** In characters. Paths are shorter, so a longer pattern matches nothing. */
export const LONGEST_GLOB = 500

/**
 * Whether a failed match can take long: each further `*` in a part multiplies the ways to match by the length of a
 * name. Such a pattern counts as matching all articles, so that nothing is published by mistake.
 */
function isCostly(glob: string): boolean {
  const stars = (part: string) => (part.match(/\*+/g) ?? []).length
  return stars(glob) > 8 || glob.split('/').some((part) => stars(part) > 3) || /\([^)]*[+*]/.test(glob)
}

/**
 * Makes a function that tells whether a path or a pattern applies to an article: to the file itself, with or without
 * its extension, or to a folder around it.
 */
export function matcher(written: string): (path: string) => boolean {
  const glob = written
    .slice(0, LONGEST_GLOB)
    .toLowerCase()
    // Hugo allows braces around a single pattern, and each alternative begins at the root: `{/a/**,/b/**}`.
    .replace(/^\{([^{},]*)\}$/, '$1')
    .replaceAll(/(^|[{,])\/+/g, '$1')
    .replace(/\/+$/, '')
  const isGlob = /[*?[{(!]/.test(glob)
  if (isCostly(glob)) return () => true
  const matches = isGlob ? picomatch(glob, { dot: true }) : (path: string) => path === glob
  return (path) => {
    const whole = path.toLowerCase()
    const names = [whole, whole.replace(/\.[^./]+$/, ''), ...foldersOf(whole)]
    return names.some((name) => matches(name))
  }
}

function foldersOf(path: string): readonly string[] {
  const folder = folderOf(path)
  return folder === '' ? [] : [folder, ...foldersOf(folder)]
}

/** The folders of articles in other tools, with which a pattern may begin. */
const SOURCES = /^(?:\.?\/|(?:content|source|src|_posts)\/)*/i

/** A pattern whose cost does not grow with the name: no repetition, and at most one alternation. */
const PLAIN =
  /^(?:[\w \-/|.]|\\[.\-/_])*(?:\((?:\?:)?(?:[\w \-/|.]|\\[.\-/_])*\))?(?:[\w \-/|.]|\\[.\-/_])*\$?$/

/** In characters. Real patterns are shorter. `MOST_PATTERNS` bounds their number, so that the build stays fast. */
const LONGEST_PLAIN = 100
/** The most patterns of a file that are tested. Further ones count as matching. */
export const MOST_PATTERNS = 1000

/**
 * Makes a function that tells whether a regular expression of Hugo may match one of the articles. An unsupported one
 * may.
 */
export function mayMatchFile(articles: readonly string[]): (written: string, index: number) => boolean {
  return (written, index) => {
    if (index >= MOST_PATTERNS || written.length > LONGEST_PLAIN || !PLAIN.test(written)) return true
    const pattern = new RegExp(written, 'i')
    return articles.some((path) => pattern.test(`/content/${path}`))
  }
}

/**
 * Makes a function that tells whether a pattern of Hexo may match one of the articles, in any of the folders where Hexo
 * has articles.
 */
export function mayMatchGlob(articles: readonly string[]): (written: string, index: number) => boolean {
  return (written, index) =>
    index >= MOST_PATTERNS || articles.some(matcher(written.slice(0, LONGEST_GLOB).replace(SOURCES, '')))
}

/**
 * Makes a function that tells whether a line of a list of ignored files applies to an article. A line without an inner
 * `/` applies at any depth.
 */
export function ignoreMatcher(line: string): (path: string) => boolean {
  const glob = line.replace(/^!?(?:\.?\/)?/, '')
  return matcher(/^[^/]+\/?$/.test(glob) && !line.startsWith('/') ? `**/${glob}` : glob)
}
