import { joinsWithoutSpace, textWidth } from './text-width.ts'

/** A logical line: a whole paragraph, a heading, or a list item. */
export interface Line {
  readonly text: string
  /** Whether a blank line, or the beginning of the text, is above it. */
  readonly afterBlank: boolean
}

interface PhysicalLine extends Line {
  readonly indented: boolean
}

/** In columns: the range of widths at which texts are wrapped. A longer line is a paragraph of its own. */
const NARROWEST = 40
const WIDEST = 120

/** The end of a sentence, with the quotes and brackets that close after it. */
export const SENTENCE_END = /[\p{Sentence_Terminal}…][\p{Pe}\p{Pf}\p{Pi}"']*$/u

/** The mark of a list item. A dash longer than a hyphen is not a mark, because it begins speech. */
export const BULLET = /^[-*•·‣▪◦]\s+(?=\S*[\p{L}\p{N}])/u

/**
 * Joins the lines of a text that were wrapped at some width; runs of spaces become one. A line continues in the next
 * one if the next line's first word would not have fitted, or if its sentence has not ended and the next line begins in
 * lower case.
 */
export function unwrapLines(text: string): readonly Line[] {
  const physical = readLines(text)
  const width = wrapWidth(physical)
  // Lines are kept as pieces until the end. Appending to one long text would copy it each time.
  const lines: { readonly pieces: string[]; readonly afterBlank: boolean }[] = []
  let end = ''
  let wrapped = false
  let last: PhysicalLine | undefined
  for (const line of physical) {
    const open = lines.at(-1)
    if (open && last && !line.afterBlank && goesOn(last, line, width, wrapped)) {
      const parting = gap(end, line.text)
      open.pieces.push(parting, line.text)
      end = lastOf(end + parting, line.text)
      wrapped = true
    } else {
      lines.push({ pieces: [line.text], afterBlank: line.afterBlank })
      end = lastOf('', line.text)
      wrapped = false
    }
    last = line
  }
  return lines.map(({ pieces, afterBlank }) => ({ text: pieces.join(''), afterBlank }))
}

function readLines(text: string): readonly PhysicalLine[] {
  const lines: PhysicalLine[] = []
  let afterBlank = true
  for (const raw of text.split(/[\n\f\v\u0085\u2028\u2029]/)) {
    const line = raw.replaceAll(/[ \t]+/g, ' ').trim()
    if (line !== '') lines.push({ text: line, afterBlank, indented: /^\s/.test(raw) })
    afterBlank = line === ''
  }
  return lines
}

/**
 * Returns the width at which a text is wrapped, or undefined if it is not wrapped. Most of the full lines (the next
 * word would not have fitted) must end in the middle of a sentence; in a text with one line per paragraph they do not.
 */
function wrapWidth(lines: readonly PhysicalLine[]): number | undefined {
  // One long word, such as a URL, exceeds any width.
  const width = lines.reduce(
    (widest, { text }) => (text.includes(' ') ? Math.max(widest, textWidth(text)) : widest),
    0,
  )
  if (width < NARROWEST || width > WIDEST) return undefined
  let balance = 0
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    if (next && !next.afterBlank && isFull(line, next, width))
      balance += SENTENCE_END.test(line.text) ? -1 : 1
  }
  return balance > 0 ? width : undefined
}

function goesOn(
  line: PhysicalLine,
  next: PhysicalLine,
  width: number | undefined,
  wrapped: boolean,
): boolean {
  if (BULLET.test(next.text)) return false
  const ended = SENTENCE_END.test(line.text)
  if (next.indented && !line.indented && BULLET.test(line.text)) return true
  if (!ended && /^\p{Ll}/u.test(next.text)) return true
  if (width === undefined) return false
  // Manual line ends are uneven, so a wrapped line continues until its sentence ends.
  return isFull(line, next, width) || (wrapped && !ended)
}

function isFull(line: PhysicalLine, next: PhysicalLine, width: number): boolean {
  const word = /^\S+/.exec(next.text)?.[0] ?? ''
  return textWidth(line.text) + 1 + textWidth(word) > width
}

/** Returns the last three characters of a line, or of the line with the text before it. */
function lastOf(before: string, line: string): string {
  return line.length < 3 ? (before + line).slice(-3) : line.slice(-3)
}

/** Returns the separator between a line and its continuation: a space, or nothing. */
function gap(before: string, after: string): string {
  // A hyphen between two letters stays, because it may belong to the word.
  const tight = joinsWithoutSpace(before, after) || (/\p{L}-$/u.test(before) && /^\p{Ll}/u.test(after))
  return tight ? '' : ' '
}
