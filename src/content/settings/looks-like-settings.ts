import { isHidingValue } from './withholding/hiding-values.ts'
import { meaningOfName } from './withholding/name-meaning.ts'
import { WITHHOLDING_NAMES } from './withholding/read-wishes.ts'
import { switchValue } from './withholding/switch-value.ts'

/** Keys that only settings begin with. One of them is enough. */
const TELLING: ReadonlySet<string> = new Set([
  ...['title', 'slug', 'permalink', 'layout', 'post_title', 'post_status'],
])

/** Keys that prose may also begin with. Two of them are needed. */
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

/** Whether a key is common to the settings of all tools, or withholds something. */
export function isCommonKey(name: string): boolean {
  return COMMON.has(name.toLowerCase()) || WITHHOLDING_NAMES.has(name.toLowerCase())
}

/** In characters. A longer text before the separator is prose, not a key. */
const LONGEST_KEY = 60

/**
 * Whether a text begins with lines of keys and values, like settings, up to a blank line or a fence. It needs one key
 * that prose never begins with, two other keys, or one key that withholds something. A line with only a date belongs to
 * raw text.
 */
export function looksLikeSettings(text: string): boolean {
  const { names, isWish, isNikola } = readNames(text)
  return isWish || isNikola || names.some((name) => TELLING.has(name)) || countCommon(names) > 1
}

/** The same for text in braces: JSON, or similar notations with unquoted names or comments. */
export function looksLikeJsonSettings(text: string): boolean {
  const loose = text
    .slice(0, LONGEST_LOOSE)
    .replaceAll(/\/\*[^*]{0,500}\*\/|(?<!:)\/\/[^\n]*/g, '')
    .replaceAll(/[{},]/g, '\n')
    .replaceAll(/:(?=[^\s/])/g, ': ')
  return /^\s*["'\p{L}_]/u.test(loose) && looksLikeSettings(loose)
}

/** In characters. JSON is recognisable by its beginning. */
const LONGEST_LOOSE = 10_000

/** The same for a comment, in which a single key may be a note. */
export function looksLikeSettingsInComment(content: string): boolean {
  const { names, isWish, isNikola } = readNames(content)
  return isWish || isNikola || countCommon(names) > 1
}

function countCommon(names: readonly string[]): number {
  return names.filter((name) => COMMON.has(name)).length
}

/** Reads the names of the keys that a text begins with, up to a line without a key. */
function readNames(text: string): {
  readonly names: readonly string[]
  readonly isWish: boolean
  readonly isNikola: boolean
} {
  const none = { names: [], isWish: false, isNikola: false }
  const names: string[] = []
  const isNikola = /^\.\. [\w-]+:/.test(text.trimStart())
  for (const line of text.trimStart().split('\n', MOST_LINES)) {
    // A line without letters and digits is a fence, except fences of code.
    const isFence = /^[^\p{L}\p{N}`~]*$/u.test(line)
    if (isFence && names.length > 0) break
    if (isFence) continue
    const pair = readPair(line)
    if (pair === undefined) {
      // The continuation of a value, an item of a list, or a comment.
      if (names.length > 0 && /^(?:\s|-|#)/.test(line)) continue
      return none
    }
    if (isWish(pair.name, pair.value)) return { names, isWish: true, isNikola }
    names.push(pair.name)
  }
  return { names, isWish: false, isNikola }
}

/** In lines. Settings are recognisable by their beginning. */
const MOST_LINES = 100

/**
 * Splits `key: value`, `key = value`, `"key":value`, `key:true`, and Nikola's `.. key: value`. Undefined for other
 * lines.
 */
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
  // Prose and URLs have colons, too. A separator without a space counts only after a quoted name or before a boolean.
  if (isTight && !/^["']/.test(written) && switchValue(value) === undefined) return undefined
  return { name, value }
}

/** Removes the quote before a value, and quotes, commas and braces after it. */
function withoutQuotes(written: string): string {
  let end = written.length
  while (end > 0 && `"',}`.includes(written.charAt(end - 1))) end -= 1
  return written.slice(0, end).replace(/^["']/, '')
}

/** Whether a line is a key that withholds something: `draft = true`. */
export function isWishLine(line: string): boolean {
  const pair = readPair(line)
  return pair !== undefined && isWish(pair.name, pair.value)
}

/**
 * Whether a key with this value withholds something. Prose may begin with `Secret: …`, but only settings say `secret:
 * yes`.
 */
function isWish(name: string, value: string): boolean {
  const isNamed = WITHHOLDING_NAMES.has(name) || meaningOfName(name) !== 'nothing'
  return isNamed && value !== '' && (switchValue(value) !== undefined || isHidingValue(value))
}
