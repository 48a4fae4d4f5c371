import { parseJsonSettings } from './json-settings.ts'
import {
  isWishLine,
  looksLikeJsonSettings,
  looksLikeSettings,
  looksLikeSettingsInComment,
} from './looks-like-settings.ts'
import type { ParsedSettings } from './settings-source.ts'
import { parseTomlSettings } from './toml-settings.ts'
import { parseYamlSettings } from './yaml-settings.ts'

/** The settings in a text, and the parser for them. */
export interface FoundSettings {
  readonly kind: 'found'
  /** The text of the settings, and the line of the file on which it begins. */
  readonly source: string
  readonly firstLine: number
  readonly parse: (source: string, firstLine: number) => ParsedSettings
  /** The line of the file, from 1, on which the body begins. */
  readonly bodyLine: number
  /** Whether only settings can stand here. Otherwise a text that does not parse as settings may be prose. */
  readonly isCertain: boolean
}

/** Text that looks like settings but is not supported. */
export interface RefusedSettings {
  readonly kind: 'refused'
  readonly line: number
  readonly message: string
}

/** The result of the search at the beginning of a text. */
export type SettingsSearch = FoundSettings | RefusedSettings | { readonly kind: 'none' }

/** The fences of settings, and the parser for each. YAML may also end with `...`, and Hexo has JSON without braces. */
const FENCES: readonly {
  readonly open: string
  readonly close: readonly string[]
  readonly parse: FoundSettings['parse']
}[] = [
  { open: '---', close: ['---', '...'], parse: parseYamlSettings },
  { open: '+++', close: ['+++'], parse: parseTomlSettings },
  {
    open: ';;;',
    close: [';;;'],
    parse: (source, firstLine) => parseJsonSettings(`{${source}\n}`, firstLine),
  },
]

/** The advice for settings in an unsupported notation. */
export const MEND_NOTATION = 'Write it as YAML between two lines "---" or as TOML between two lines "+++".'

const NONE = { kind: 'none' } as const

/**
 * Finds the settings at the beginning of a text, after blank lines and HTML comments: between fences, as JSON in
 * braces, or, as Hexo allows, without the first fence. Text that merely looks like settings may be prose: see
 * `parseFrontMatter`.
 */
export function findSettings(text: string): SettingsSearch {
  const { start, comments } = skipLead(text)
  const inComment = comments.find(({ content }) => looksLikeSettingsInComment(content))
  if (inComment) return refuse(lineOf(text, inComment.at), 'stand in a comment')
  const isAtTop = start === 0
  const line = lineOf(text, start)
  const [opening = ''] = text.slice(start).split('\n', 1)
  const first = opening.trimEnd()
  if (OTHER_ENDS.test(first) && first.split(OTHER_ENDS).some(isWishLine))
    return refuse(line, 'stand on one line')
  if (/^---[A-Za-z]+$/.test(first)) {
    const message = `Cannot read front matter in "${first.slice(3)}". ${MEND_NOTATION}`
    return { kind: 'refused', line, message }
  }
  const fence = FENCES.find(({ open }) => open === first)
  if (fence) return findFenced(text.slice(start).split('\n'), line, fence, isAtTop)
  if (first.startsWith('{')) return findBraces(text, start, line)
  return findOpenless(text.slice(start).split('\n', MOST_LINES), line)
}

function findFenced(
  lines: readonly string[],
  line: number,
  { open, close, parse }: (typeof FENCES)[number],
  isAtTop: boolean,
): SettingsSearch {
  const end = lines.findIndex(
    (each, index) => index > 0 && close.includes(isAtTop ? each.trimEnd() : each.trim()),
  )
  // A horizontal rule may begin a text. Lines without a separator between key and value are prose.
  if (isProse(lines.slice(1, end === -1 ? MOST_LINES : end))) return NONE
  if (end !== -1) {
    const source = lines.slice(1, end).join('\n')
    const lost = lines.slice(1, end).findIndex(hasLostWish)
    if (lost !== -1) return refuse(line + 1 + lost, 'stand on one line')
    return {
      kind: 'found',
      source,
      firstLine: line + 1,
      parse,
      bodyLine: line + end + 1,
      isCertain: isAtTop && open !== ';;;',
    }
  }
  const isMeant = (isAtTop && open !== ';;;') || looksLikeSettings(lines.slice(1).join('\n'))
  if (!isMeant) return NONE
  const message = `The front matter that begins here never ends. Write a line "${open}" after its last key.`
  return { kind: 'refused', line, message }
}

/** Line ends that the parsers take for a part of a value: those of Unicode, and vertical tab and form feed. */
const OTHER_ENDS = /[\u2028\u2029\u0085\v\f]/

/**
 * Whether a withholding key stands after such a line end, so that the parser would read it as part of the value before
 * it.
 */
function hasLostWish(line: string): boolean {
  return OTHER_ENDS.test(line) && line.split(OTHER_ENDS).slice(1).some(isWishLine)
}

function isProse(lines: readonly string[]): boolean {
  const written = lines.filter((line) => line.trim() !== '' && !line.startsWith('#'))
  return written.length > 0 && !written.some((line) => /[:=]|^\s*[[{&*<|>-]/.test(line))
}

/** In characters. Text that begins with a brace but is not JSON is tested for settings only up to here. */
const LONGEST_HEAD = 10_000

/** Finds JSON like Hugo: from the first brace to the closing one. */
function findBraces(text: string, start: number, line: number): SettingsSearch {
  // Templates begin with braces too: `{{< figure >}}`, `{% include %}`, `{:toc}`.
  if (/^\{[{%#:.]/.test(text.slice(start, start + 2))) return NONE
  if (!/^\{\s*["}]/.test(text.slice(start, start + 200)))
    return looksLikeJsonSettings(text.slice(start, start + LONGEST_HEAD)) ? refuse(line, 'are no JSON') : NONE
  const end = closingBrace(text, start)
  if (end === undefined) return looksLikeSettings(text.slice(start + 1)) ? refuse(line, 'never end') : NONE
  const lineEnd = text.indexOf('\n', end)
  const rest = text.slice(end, lineEnd === -1 ? text.length : lineEnd)
  const source = text.slice(start, end)
  if (rest.trim() !== '') return looksLikeJsonSettings(source) ? refuse(line, 'have text behind them') : NONE
  const bodyLine = lineOf(text, end) + 1
  return { kind: 'found', source, firstLine: line, parse: parseJsonSettings, bodyLine, isCertain: false }
}

/** Returns the offset after the brace that closes the one at `start`. Braces in quotes do not count. */
function closingBrace(text: string, start: number): number | undefined {
  let depth = 0
  let isQuoted = false
  for (let at = start; at < text.length; at += 1) {
    const character = text[at]
    if (isQuoted) {
      if (character === '\\') at += 1
      else if (character === '"') isQuoted = false
    } else if (character === '"') isQuoted = true
    else if (character === '{') depth += 1
    else if (character === '}') {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return undefined
}

/** In lines. No front matter is longer, and the search for its end must not read a whole book. */
const MOST_LINES = 500

/**
 * Finds settings with only a closing fence, as Hexo allows. It refuses settings without fences, as Pelican and Nikola
 * write them.
 */
function findOpenless(lines: readonly string[], line: number): SettingsSearch {
  if (!looksLikeSettings(lines.join('\n'))) return NONE
  const end = lines.findIndex((each) => /^(?:-{3,}|;{3,})$/.test(each.trimEnd()))
  const fence = lines[end]?.trimEnd() ?? ''
  if (end <= 0 || (fence.startsWith('-') && fence !== '---')) return refuse(line, 'have no fence')
  const parse: FoundSettings['parse'] = fence.startsWith(';')
    ? (source, firstLine) => parseJsonSettings(`{${source}\n}`, firstLine)
    : parseYamlSettings
  const source = lines.slice(0, end).join('\n')
  return { kind: 'found', source, firstLine: line, parse, bodyLine: line + end + 1, isCertain: false }
}

function refuse(line: number, why: string): RefusedSettings {
  return {
    kind: 'refused',
    line,
    message: `This looks like front matter, but its keys ${why}. ${MEND_NOTATION}`,
  }
}

/** Skips byte order marks, blank lines, spaces and HTML comments before a text. */
function skipLead(text: string): {
  readonly start: number
  readonly comments: readonly { readonly at: number; readonly content: string }[]
} {
  const comments: { at: number; content: string }[] = []
  let start = 0
  for (;;) {
    while (start < text.length && /[\s\u200B\u2060\uFEFF]/.test(text.charAt(start))) start += 1
    const end = text.startsWith('<!--', start) ? text.indexOf('-->', start + 4) : -1
    if (end === -1) return { start: start === text.length ? 0 : start, comments }
    comments.push({ at: start, content: text.slice(start + 4, end) })
    start = end + 3
  }
}

function lineOf(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1
  return line
}
