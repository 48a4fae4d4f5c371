import { joinsWithoutSpace, textWidth } from './text-width.ts'

/** A line as its author thinks of it: a whole paragraph, a heading, an item of a list. */
export interface Line {
  readonly text: string
  /** Whether a blank line, or the beginning of the text, is above it. */
  readonly afterBlank: boolean
}

interface PhysicalLine extends Line {
  readonly indented: boolean
}

/** No wrapped text is narrower or wider than this. A longer line is a paragraph of its own. */
const NARROWEST = 40
const WIDEST = 120

/** What ends a sentence, with the quotes and brackets that close after it. */
export const SENTENCE_END = /[\p{Sentence_Terminal}…][\p{Pe}\p{Pf}\p{Pi}"']*$/u

/** The mark of an item in a list. A dash longer than a hyphen is not one: it opens speech. */
export const BULLET = /^[-*•·‣▪◦]\s+(?=\S*[\p{L}\p{N}])/u

/**
 * The lines of a text with what was wrapped at some width put together again; runs of spaces become one. A line goes on in
 * the next if the next one's first word would not have fitted, or if it can be seen to: it has not ended its sentence and
 * the next begins in lower case.
 */
export function unwrapLines(text: string): readonly Line[] {
  const physical = readLines(text)
  const width = wrapWidth(physical)
  // In pieces until all are there: a line that goes on and on would be written anew each time.
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
 * The width that a text is wrapped at, or undefined if it is not: most of the lines that are full (the next word would not
 * have fitted) must break off in the middle of a sentence, which paragraphs of one line each do not.
 */
function wrapWidth(lines: readonly PhysicalLine[]): number | undefined {
  // One long word, an address say, sticks out of any width.
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
  // Hand-made line ends are uneven: what has gone on once goes on until its sentence ends.
  return isFull(line, next, width) || (wrapped && !ended)
}

function isFull(line: PhysicalLine, next: PhysicalLine, width: number): boolean {
  const word = /^\S+/.exec(next.text)?.[0] ?? ''
  return textWidth(line.text) + 1 + textWidth(word) > width
}

/** The last three characters of a line, or of what is before it as well. */
function lastOf(before: string, line: string): string {
  return line.length < 3 ? (before + line).slice(-3) : line.slice(-3)
}

/** What parts a line from the one that it goes on in: a space, or nothing. */
function gap(before: string, after: string): string {
  // A hyphen between two letters stays: whether it belongs to the word cannot be told.
  const tight = joinsWithoutSpace(before, after) || (/\p{L}-$/u.test(before) && /^\p{Ll}/u.test(after))
  return tight ? '' : ' '
}
