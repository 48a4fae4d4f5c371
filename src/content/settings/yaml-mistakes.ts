import type { YAMLError } from 'yaml'

/** In characters. Enough for a key and the beginning of its value; longer lines are not searched. */
const LONGEST_LINE = 400

/** Characters that a plain scalar may not begin with (YAML 1.2 §7.3.3), or that make it something other than text. */
const INDICATOR = /^(?:[@`%&*!|>{}[\],]|[-?](?=\s|$))/

/** `key: value`, in a list or not, with the separator. */
const PAIR =
  /^[\s-]{0,100}(["']?)(?<name>[^:"'\s][^:"'\n]{0,200}?)\1[ \t]{0,20}:(?<gap>[ \t]{1,100})(?<value>\S.*)$/s

/**
 * Returns the offset at which a YAML error begins. For an unclosed quote the parser gives the end of the source; the
 * error begins at the value with the quote. For a line that is indented by mistake it gives the value above; the error
 * begins at that line.
 */
export function mistakeOffset(mistake: YAMLError, source: string): number {
  const {
    code,
    message,
    pos: [offset],
  } = mistake
  const stray = strayOffset(mistake, source)
  if (stray !== undefined) return stray
  const quote = code === 'MISSING_CHAR' ? /closing (["'])/.exec(message)?.[1] : undefined
  if (quote === undefined) return offset
  let start = 0
  for (const line of source.split('\n')) {
    const { value = '' } = PAIR.exec(line.slice(0, LONGEST_LINE))?.groups ?? {}
    if (value.startsWith(quote) && !value.includes(quote, 1)) return start + line.indexOf(value)
    start += line.length + 1
  }
  return offset
}

/**
 * Describes a YAML error. Common mistakes have a plain description with advice; others have the parser's message. The
 * text continues "Cannot read the YAML:".
 */
export function describeMistake(mistake: YAMLError, offset: number, source: string): string {
  const { code, message } = mistake
  const [, repeated] = /^["']?([^:"'\n]+)["']?\s*:/.exec(source.slice(offset, offset + LONGEST_LINE)) ?? []
  if (code === 'DUPLICATE_KEY' && repeated !== undefined)
    return `"${repeated.trim()}" is there twice. Write it once.`
  const line = lineAt(source, offset)
  if (code === 'TAB_AS_INDENT' || /^ *\t/.test(line)) return 'a tab indents this line. Indent it with spaces.'
  if (strayOffset(mistake, source) !== undefined) return STRAY
  const { name, value = '' } = PAIR.exec(line)?.groups ?? {}
  if (name !== undefined) {
    const mend = describeValue(name.trim(), value, code)
    if (mend !== undefined) return mend
  }
  return tidy(message)
}

const STRAY =
  'this line begins in another column than the setting above it. Begin it in the same column, or put the text above in quotes if it goes on here.'

/** The parser's codes for a key inside the value above it, or at a place that cannot have one. */
const STRAYED: ReadonlySet<string> = new Set([
  'BAD_INDENT',
  'BLOCK_AS_IMPLICIT_KEY',
  'MULTILINE_IMPLICIT_KEY',
  'UNEXPECTED_TOKEN',
])

/** `key: …` or `key:`, with its indentation. */
const KEY_LINE = /^(?<indent>[ ]{0,100})(?!["'#\s-])[^:\n]{1,200}:(?:\s|$)/

/** Whether the cause of an error is a line that begins in another column than the settings above it. */
export function isStray(mistake: YAMLError, source: string): boolean {
  return strayOffset(mistake, source) !== undefined
}

/** Returns the offset of the key in such a line. Undefined if the error has another cause. */
function strayOffset({ code, pos: [offset] }: YAMLError, source: string): number | undefined {
  if (!STRAYED.has(code)) return undefined
  const start = offset === 0 ? 0 : source.lastIndexOf('\n', offset - 1) + 1
  // If the parser gives a value, the cause is a later line, unless the value itself contains a colon.
  const isAtLine = source.slice(start, offset).trim() === ''
  const line = lineAt(source, offset)
  if (!isAtLine && /:(?:\s|$)/.test(line.slice(offset - start))) return undefined
  if (isAtLine && code === 'UNEXPECTED_TOKEN' && !/^[ ]/.test(source)) return undefined
  if (isAtLine && code !== 'MULTILINE_IMPLICIT_KEY') {
    const indent = KEY_LINE.exec(line)?.groups?.['indent']
    return indent === undefined ? undefined : start + indent.length
  }
  if (code === 'UNEXPECTED_TOKEN') return undefined
  let at = source.indexOf('\n', offset) + 1
  for (const below of at === 0 ? [] : source.slice(at, at + MOST_BELOW).split('\n')) {
    const indent = KEY_LINE.exec(below)?.groups?.['indent']
    // A line that is not indented more than the value's line is the next setting.
    if (below.trim() !== '' && below.search(/\S/) <= line.search(/\S/)) return undefined
    if (indent !== undefined) return at + indent.length
    at += below.length + 1
  }
  return undefined
}

/** Characters. In a longer value the error stays at the beginning of the value. */
const MOST_BELOW = 4000

function describeValue(name: string, value: string, code: YAMLError['code']): string | undefined {
  const [indicator] = INDICATOR.exec(value) ?? []
  if (indicator !== undefined) return `the value of "${name}" begins with ${indicator}. Put it in quotes.`
  const quote = /^["']/.exec(value)?.[0]
  if (quote === undefined)
    return code === 'BLOCK_AS_IMPLICIT_KEY'
      ? `the value of "${name}" holds a colon. Put it in quotes.`
      : undefined
  const other = quote === '"' ? "'" : '"'
  return value.indexOf(quote, 1) === -1
    ? `the quote before the value of "${name}" has none behind it. Write ${quote} at the end of the value, too.`
    : `the value of "${name}" goes on behind its quotes. Put the whole value in ${other}, or write its own ${quote} as ${quote === '"' ? '\\"' : "''"}.`
}

/** Returns the line of an offset, from its beginning. */
function lineAt(source: string, offset: number): string {
  const start = offset === 0 ? 0 : source.lastIndexOf('\n', offset - 1) + 1
  const text = source.slice(start, start + LONGEST_LINE)
  const end = text.indexOf('\n')
  return end === -1 ? text : text.slice(0, end)
}

/** Reduces the parser's message to one sentence on one line. Some messages quote the source after a colon. */
function tidy(message: string): string {
  const line = message.split('\n')[0]?.trim().replace(/[:.]$/, '') ?? ''
  return `${line}.`
}
