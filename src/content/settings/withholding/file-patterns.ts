import picomatch from 'picomatch'
import { folderOf } from '../../source/article-path.ts'

/** Characters. A pattern longer than a path matches nothing. */
export const LONGEST_GLOB = 500

/**
 * Whether a pattern can take long to tell that it does not match: each further `*` of a part multiplies the ways by the
 * length of a name. Such a pattern is for all articles, so that nothing is published by it.
 */
function isCostly(glob: string): boolean {
  const stars = (part: string) => (part.match(/\*+/g) ?? []).length
  return stars(glob) > 8 || glob.split('/').some((part) => stars(part) > 3) || /\([^)]*[+*]/.test(glob)
}

/** Tells the articles that a path or a pattern is for: those under it, with their extension or without. */
export function matcher(written: string): (path: string) => boolean {
  const glob = written
    .slice(0, LONGEST_GLOB)
    .toLowerCase()
    // Hugo has braces around one pattern as well, and each begins at the root: `{/a/**,/b/**}`.
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

/** Where other tools have their articles, where a pattern begins above them. */
const SOURCES = /^(?:\.?\/|(?:content|source|src|_posts)\/)*/i

/** A pattern that takes no longer for a longer name: without repetition, and with one choice at most. */
const PLAIN =
  /^(?:[\w \-/|.]|\\[.\-/_])*(?:\((?:\?:)?(?:[\w \-/|.]|\\[.\-/_])*\))?(?:[\w \-/|.]|\\[.\-/_])*\$?$/

/** Nobody writes longer ones. Of more of them than that nobody waits for the end. */
const LONGEST_PLAIN = 100
export const MOST_PATTERNS = 1000

/** Whether a regular expression of Hugo may be about one of the articles: one that is not understood may. */
export function mayMatchFile(articles: readonly string[]): (written: string, index: number) => boolean {
  return (written, index) => {
    if (index >= MOST_PATTERNS || written.length > LONGEST_PLAIN || !PLAIN.test(written)) return true
    const pattern = new RegExp(written, 'i')
    return articles.some((path) => pattern.test(`/content/${path}`))
  }
}

/** Whether a pattern of Hexo may be about one of the articles, wherever that tool has them. */
export function mayMatchGlob(articles: readonly string[]): (written: string, index: number) => boolean {
  return (written, index) =>
    index >= MOST_PATTERNS || articles.some(matcher(written.slice(0, LONGEST_GLOB).replace(SOURCES, '')))
}

/** Tells the articles that a line of a list of ignored files is for: at any depth, where it has no `/` within. */
export function ignoreMatcher(line: string): (path: string) => boolean {
  const glob = line.replace(/^!?(?:\.?\/)?/, '')
  return matcher(/^[^/]+\/?$/.test(glob) && !line.startsWith('/') ? `**/${glob}` : glob)
}
