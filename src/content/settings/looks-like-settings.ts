import { isHidingValue } from './withholding/hiding-values.ts'
import { meaningOfName } from './withholding/name-meaning.ts'
import { WITHHOLDING_NAMES } from './withholding/read-wishes.ts'
import { switchValue } from './withholding/switch-value.ts'

/** Keys with which settings begin in every tool. One of them alone is settings. */
const TELLING: ReadonlySet<string> = new Set([
  ...['title', 'slug', 'permalink', 'layout', 'post_title', 'post_status'],
])

/** Keys that prose may begin with, too: two of them are settings. */
const COMMON: ReadonlySet<string> = new Set([
  'cascade',
  ...TELLING,
  ...['status', 'draft', 'published', 'visibility'],
  ...[
    'date',
    'tags',
    'tag',
    'category',
    'categories',
    'author',
    'authors',
    'modified',
    'updated',
    'summary',
    'lang',
  ],
  ...[
    'description',
    'type',
    'id',
    'link',
    'language',
    'keywords',
    'template',
    'url',
    'excerpt',
    'image',
    'guid',
  ],
])

/** Whether a key is one that settings have in every tool, or keeps something back. */
export function isCommonKey(name: string): boolean {
  return COMMON.has(name.toLowerCase()) || WITHHOLDING_NAMES.has(name.toLowerCase())
}

/** Characters. A longer line is prose, whatever it begins with. */
const LONGEST_KEY = 60

/**
 * Whether a text begins with lines of keys and values, as settings do, up to a blank line or a fence: with a key that no
 * prose begins with, with two others, or with one that keeps something back. A line that tells the date alone is raw text's.
 */
export function looksLikeSettings(text: string): boolean {
  const { names, isWish, isNikola } = readNames(text)
  return isWish || isNikola || names.some((name) => TELLING.has(name)) || countCommon(names) > 1
}

/** The same of what stands between braces, as JSON or what people take for it: names without quotes, comments. */
export function looksLikeJsonSettings(text: string): boolean {
  const loose = text
    .slice(0, LONGEST_LOOSE)
    .replaceAll(/\/\*[^*]{0,500}\*\/|(?<!:)\/\/[^\n]*/g, '')
    .replaceAll(/[{},]/g, '\n')
    .replaceAll(/:(?=[^\s/])/g, ': ')
  return /^\s*["'\p{L}_]/u.test(loose) && looksLikeSettings(loose)
}

/** Characters. What is JSON shows in the first of them. */
const LONGEST_LOOSE = 10_000

/** The same of a comment, where a single key may be a note of the writer's. */
export function looksLikeSettingsInComment(content: string): boolean {
  const { names, isWish, isNikola } = readNames(content)
  return isWish || isNikola || countCommon(names) > 1
}

function countCommon(names: readonly string[]): number {
  return names.filter((name) => COMMON.has(name)).length
}

/** The names of the keys that a text begins with, up to a line that is none. */
function readNames(text: string): {
  readonly names: readonly string[]
  readonly isWish: boolean
  readonly isNikola: boolean
} {
  const none = { names: [], isWish: false, isNikola: false }
  const names: string[] = []
  const isNikola = /^\.\. [\w-]+:/.test(text.trimStart())
  for (const line of text.trimStart().split('\n', MOST_LINES)) {
    // A line without letters is a fence of some kind, but for those of code.
    const isFence = /^[^\p{L}\p{N}`~]*$/u.test(line)
    if (isFence && names.length > 0) break
    if (isFence) continue
    const pair = readPair(line)
    if (pair === undefined) {
      // The rest of a value of several lines, an item of a list, a comment.
      if (names.length > 0 && /^(?:\s|-|#)/.test(line)) continue
      return none
    }
    if (isWish(pair.name, pair.value)) return { names, isWish: true, isNikola }
    names.push(pair.name)
  }
  return { names, isWish: false, isNikola }
}

/** Lines. What settings look like shows in the first of them. */
const MOST_LINES = 100

/** `key: value`, `key = value`, `"key":value`, `key:true`, and Nikola's `.. key: value`. */
function readPair(line: string): { readonly name: string; readonly value: string } | undefined {
  const text = line
    .trim()
    .replace(/^\.\. /, '')
    .replace(/^[{,]\s*/, '')
  const at = text.slice(0, LONGEST_KEY).search(/[:=]/)
  if (at === -1) return undefined
  const written = text.slice(0, at).trim()
  const name = written.replaceAll(/^["']|["']$/g, '').toLowerCase()
  const rest = text.slice(at + 1)
  const value = withoutQuotes(rest.trim())
  if (!/^[\p{L}_][\p{L}\p{M}\p{N}_.-]*$/u.test(name)) return undefined
  const isTight = rest !== '' && !/^[\s"'[{]/.test(rest)
  // Prose and addresses have colons as well: only behind a name in quotes, or before a switch, one without a space parts.
  if (isTight && !/^["']/.test(written) && switchValue(value) === undefined) return undefined
  return { name, value }
}

/** A value without the quote before it, and without the quotes, commas and braces behind it. */
function withoutQuotes(written: string): string {
  let end = written.length
  while (end > 0 && `"',}`.includes(written.charAt(end - 1))) end -= 1
  return written.slice(0, end).replace(/^["']/, '')
}

/** Whether a line is a key of settings that keeps something back: `draft = true`. */
export function isWishLine(line: string): boolean {
  const pair = readPair(line)
  return pair !== undefined && isWish(pair.name, pair.value)
}

/** Prose may begin with `Secret: …`; nobody but who means it writes `secret: yes`. */
function isWish(name: string, value: string): boolean {
  const isNamed = WITHHOLDING_NAMES.has(name) || meaningOfName(name) !== 'nothing'
  return isNamed && value !== '' && (switchValue(value) !== undefined || isHidingValue(value))
}
