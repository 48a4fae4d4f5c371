import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it'

/** The class of an element that holds TeX, as Pandoc writes it. */
export const MATH_CLASS = 'math'

/**
 * Makes a Markdown parser keep mathematics as written, delimiters included, so that apps with TeX can show it and its
 * `*` and `_` are not emphasis. For `$…$` and `$$…$$` Pandoc's rules hold. `\(…\)` and `\[…\]` are escaped brackets
 * (CommonMark §2.4), unless there is a TeX command between them.
 */
export function mathematics(parser: MarkdownIt): void {
  parser.inline.ruler.before('escape', 'mathematics', readInline)
  const alt = ['paragraph', 'reference', 'blockquote', 'list']
  parser.block.ruler.before('fence', 'mathematics', readBlock, { alt })
}

/** Whether a text is mathematics with its delimiters, and nothing else. */
export function isMathematics(text: string): boolean {
  return text !== '' && mathematicsEnd(text, 0) === text.length
}

function readInline(state: StateInline, silent: boolean): boolean {
  const end = mathematicsEnd(state.src, state.pos)
  if (end === undefined || end > state.posMax) return false
  if (!silent) {
    state.push('math_open', 'span', 1).attrSet('class', MATH_CLASS)
    state.push('text', '', 0).content = state.src.slice(state.pos, end)
    state.push('math_close', 'span', -1)
  }
  state.pos = end
  return true
}

/**
 * Reads mathematics of several lines: its delimiters begin the first line and end the last. Lines within it do not
 * begin lists or headings.
 */
function readBlock(state: StateBlock, start: number, end: number, silent: boolean): boolean {
  const indent = (state.sCount[start] ?? 0) - state.blkIndent
  const sign = DISPLAY_SIGNS.find(({ begins }) => lineAt(state, start).startsWith(begins))
  if (sign === undefined || indent >= 4) return false
  if (lineAt(state, start).includes(sign.ends, sign.begins.length)) return false
  const last = lastLine(state, { start, end, sign })
  if (last === undefined) return false
  const content = state.getLines(start, last + 1, state.blkIndent, false).trim()
  if (!isMathematics(content)) return false
  if (silent) return true
  const map: [number, number] = [start, last + 1]
  state.push('paragraph_open', 'p', 1).map = map
  const inline = state.push('inline', '', 0)
  inline.content = content
  inline.map = map
  inline.children = []
  state.push('paragraph_close', 'p', -1)
  state.line = last + 1
  return true
}

interface Sign {
  readonly begins: string
  readonly ends: string
}

const DISPLAY_SIGNS: readonly Sign[] = [
  { begins: '$$', ends: '$$' },
  { begins: '\\[', ends: '\\]' },
]

interface Lines {
  readonly start: number
  readonly end: number
  readonly sign: Sign
}

/**
 * Finds the line with the closing delimiter. Undefined if a blank line or another opening delimiter comes
 * first.
 */
function lastLine(state: StateBlock, { start, end, sign }: Lines): number | undefined {
  for (let line = start + 1; line < end; line += 1) {
    const text = lineAt(state, line)
    if (text === '' || (state.sCount[line] ?? 0) < state.blkIndent) return undefined
    if (text.includes(sign.ends)) return line
    if (text.startsWith(sign.begins)) return undefined
  }
  return undefined
}

function lineAt({ src, bMarks, tShift, eMarks }: StateBlock, line: number): string {
  return src.slice((bMarks[line] ?? 0) + (tShift[line] ?? 0), eMarks[line])
}

/**
 * Finds the end of mathematics that begins at an offset. Undefined if it has no end. The next delimiter decides, so
 * that a text full of delimiters costs no more than any other.
 */
function mathematicsEnd(text: string, start: number): number | undefined {
  if (text.startsWith('$$', start)) return displayEnd(text, start)
  if (text.startsWith('$', start)) return dollarEnd(text, start)
  if (text.startsWith('\\(', start)) return commandsEnd(text, start, ')')
  if (text.startsWith('\\[', start)) return commandsEnd(text, start, ']')
  return undefined
}

function displayEnd(text: string, start: number): number | undefined {
  const end = text.indexOf('$$', start + 2)
  const between = end === -1 ? '' : text.slice(start + 2, end)
  return between.trim() === '' || between.includes('`') ? undefined : end + 2
}

/**
 * In `$5 and $10` the signs are prices: mathematics has no white space inside its delimiters and no digit after them.
 * Code takes precedence.
 */
function dollarEnd(text: string, start: number): number | undefined {
  if (text.charAt(start - 1) === '$' || isBlank(text.charAt(start + 1))) return undefined
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === '`') return undefined
    if (character === '\\') at += 1
    if (character === '$')
      return isBlank(text.charAt(at - 1)) || /\d/.test(text.charAt(at + 1)) ? undefined : at + 1
  }
  return undefined
}

/** After `\(` or `\[`, the first escaped bracket decides. */
function commandsEnd(text: string, start: number, closes: string): number | undefined {
  let hasCommand = false
  for (let at = text.indexOf('\\', start + 2); at !== -1; at = text.indexOf('\\', at + 2)) {
    const next = text.charAt(at + 1)
    if (/[[\]()]/.test(next)) {
      const isClosed = next === closes && hasCommand && !/[`$]/.test(text.slice(start, at))
      return isClosed ? at + 2 : undefined
    }
    hasCommand ||= /[A-Za-z]/.test(next)
  }
  return undefined
}

function isBlank(character: string): boolean {
  return character.trim() === ''
}
