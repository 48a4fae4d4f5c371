import { shownLine } from './legal-text.ts'

/** File names that make a folder one article. */
const INDEX = /(?:^|\/)index\.[^./]+$/

/**
 * Returns the name of an article by its place: its path without the extension, or its folder for an `index` file. Two
 * seeds with one name are two versions of one article, which is an error.
 */
export function articleName(path: string): string {
  return (INDEX.test(path) ? folderOf(path) : '') || path.replace(/\.[^./]+$/, '')
}

/** Returns the folder of a seed; empty at the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** Whether a seed lies in a folder of drafts. */
export function isInDraftsFolder(path: string): boolean {
  return DRAFTS.test(path)
}

/** `drafts/`, and `_drafts/` of Jekyll and Hexo, at any depth. */
const DRAFTS = /(?:^|\/)_?drafts\//i

/**
 * Returns the section of a seed by its place: the first folder below the root, unless it is the article's own folder or
 * a year.
 */
export function sectionOf(path: string): string | undefined {
  const folders = articleName(path).split('/').slice(0, -1)
  return folders.map(shownLine).find((folder) => folder !== '' && !/^\d+$/.test(folder))
}

/**
 * Makes a title from a seed's name, if there is no better one. It is never empty: `2025-01-23-my_first-article.md` →
 * `My first article`.
 */
export function titleFromPath(path: string): string {
  // The name may be empty (` .md`). Then the folder's name is used.
  const name =
    articleName(path)
      .split('/')
      .map(shownLine)
      .findLast((part) => part !== '') ?? shownLine(path)
  const words =
    name
      .replace(/^\d{4}-\d{2}-\d{2}[-_ ]*/, '')
      .replaceAll(/[-_\s]+/g, ' ')
      .trim() || name
  const [first = '', ...rest] = words
  return first.toUpperCase() + rest.join('')
}

/**
 * Whether a seed's name is not a title: it has no letters; or it has a date or a number and only a word for a short
 * text; or it has a date in digits without separators and one word: `2026-11-05.md`, `2026-11-05-note.md`,
 * `20261105-thanks.md`.
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

/** Resolves a reference against a folder: `../x/` in `a/b` is `a/x`. Undefined if it leads above the root. */
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
