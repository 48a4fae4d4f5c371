import { legalLine } from './legal-text.ts'

/** Names that make a folder one article. */
const INDEX = /(?:^|\/)index\.[^./]+$/

/**
 * What an article is called by its place alone: its path without the extension, or its folder where it is an `index` file.
 * Two seeds with one name are two versions of one article, and one of them is a mistake.
 */
export function articleName(path: string): string {
  return (INDEX.test(path) ? folderOf(path) : '') || path.replace(/\.[^./]+$/, '')
}

/** The folder that a seed lies in, empty at the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** Whether a seed lies in a folder of drafts. */
export function isInDraftsFolder(path: string): boolean {
  return DRAFTS.test(path)
}

/** `drafts/`, and Jekyll's and Hexo's `_drafts/`, in any depth. */
const DRAFTS = /(?:^|\/)_?drafts\//i

/** The section that a seed's place tells: the first folder below the root, unless it is the article's own, or a year. */
export function sectionOf(path: string): string | undefined {
  const folders = articleName(path).split('/').slice(0, -1)
  return folders.map(legalLine).find((folder) => folder !== '' && !/^\d+$/.test(folder))
}

/** A title made from a seed's name, for want of a better, and never empty: `2025-01-23-my_first-article.md` → `My first article`. */
export function titleFromPath(path: string): string {
  // A file may be called ` .md`: then its folder tells more.
  const name =
    articleName(path)
      .split('/')
      .map(legalLine)
      .findLast((part) => part !== '') ?? legalLine(path)
  const words =
    name
      .replace(/^\d{4}-\d{2}-\d{2}[-_ ]*/, '')
      .replaceAll(/[-_\s]+/g, ' ')
      .trim() || name
  const [first = '', ...rest] = words
  return first.toUpperCase() + rest.join('')
}

/**
 * Whether a seed's name is no title: it has no letters, or only a word for a short text beside a date or a number, or one
 * word beside a date in digits alone: `2026-11-05.md`, `2026-11-05-note.md`, `20261105-thanks.md`.
 */
export function isNamedAsNote(path: string): boolean {
  const name = articleName(path).split('/').at(-1) ?? ''
  const words = name.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []
  const [word = '', ...more] = words
  if (word === '') return true
  if (more.length > 0 || !/\d/.test(name)) return false
  return /^\d{8,14}(?!\d)/.test(name) || SHORT_TEXTS.has(word.toLowerCase())
}

const SHORT_TEXTS = new Set([
  'link',
  'micro',
  'microblog',
  'note',
  'notes',
  'photo',
  'post',
  'status',
  'untitled',
])

/** The path that a reference from within `folder` leads to, if it stays below the root: `../x/` in `a/b` is `a/x`. */
export function joinPath(folder: string, reference: string): string | undefined {
  // Zola writes `@/` for the root.
  const isRooted = /^@?\//.test(reference)
  const parts = isRooted || folder === '' ? [] : folder.split('/')
  for (const part of reference.replace(/^@\//, '').split('/')) {
    if (part === '..' && parts.pop() === undefined) return undefined
    if (part !== '' && part !== '.' && part !== '..') parts.push(part)
  }
  return parts.join('/')
}
