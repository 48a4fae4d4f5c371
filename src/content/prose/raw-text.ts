import { type FoundDate, findDate, parseProseDate } from './prose-date.ts'
import { textWidth } from './text-width.ts'
import { BULLET, type Line, SENTENCE_END, unwrapLines } from './unwrap-lines.ts'

/** A block of raw text; its texts are plain, with one line each. */
export type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }

/** The structure of a text without markup. */
export interface RawText {
  /** The first complete date in its first 200 characters; `at` counts from the beginning of the whole text. */
  readonly date?: FoundDate
  /** A short first line that is the title. It is not among the blocks. */
  readonly title?: string
  readonly blocks: readonly Block[]
  /** The first paragraph, or the first text if there is none: the source of an inferred title. Empty for a blank text. */
  readonly lead: string
}

/** A heading is shorter than this, in columns and words; a title may be a little longer. */
const HEADING = { width: 90, words: 12 }
const TITLE = { width: 110, words: 18 }

/**
 * Parses raw text, as mail programs and text editors write it. The input is in NFC, with LF and without a BOM. Headings
 * are short lines above prose, with or without blank lines around them. A paragraph is one line, or several wrapped
 * lines. At least two lines with bullets, or numbered from 1, are a list. A first `date 2025-12-28`, or a line with
 * only the date, is left out of the blocks; a date in prose stays.
 */
export function parseRawText(text: string): RawText {
  const date = findDate(text)
  const lines = [...unwrapLines(text.slice(date ? tokenEnd(text, date) : 0))]
  dropDateLines(lines)
  const title = isTitle(lines) ? lines[0]?.text : undefined
  if (title !== undefined) lines.shift()
  const blocks = readBlocks(lines)
  const paragraph = blocks.find(({ kind }) => kind === 'paragraph') ?? blocks[0]
  const lead = paragraph === undefined ? (title ?? '') : blockText(paragraph)
  return { ...(date && { date }), ...(title !== undefined && { title }), blocks, lead }
}

/** Returns the offset of the text after a leading `date 2025-12-28` or `2025-12-28`, with its time if it has one. */
function tokenEnd(text: string, date: FoundDate): number {
  const before = text.slice(0, date.at)
  const bare = before.trim() === '' && /^\d{4}-/.test(date.text)
  if (!bare && !/^\s*date\s*:?\s+$/iu.test(before)) return 0
  const end = date.at + date.text.length
  const rest = /^(?:T\d{2}:\d{2}[\d:.]*(?:Z|[+-]\d{2}:?\d{2})?)?[ \t]*[,;|–—-]?/.exec(text.slice(end))
  return end + (rest?.[0].length ?? 0)
}

/** Removes a line with only a date, either first or under a title. The text after it is separate from the title. */
function dropDateLines(lines: Line[]): void {
  for (const index of [0, 1]) {
    const line = lines[index]
    const next = lines[index + 1]
    const below = index === 0 || isShortLine(lines[0]?.text ?? '', TITLE)
    if (!line || !next || !below || !parseProseDate(line.text.replace(/[.:]$/, ''))) continue
    lines.splice(index, 2, { ...next, afterBlank: true })
  }
}

function isTitle(lines: readonly Line[]): boolean {
  const [first, second] = lines
  if (!first || !second || !isShortLine(first.text, TITLE)) return false
  if (isNumbered(lines, 0)) return false
  return second.afterBlank || isProse(second.text)
}

function readBlocks(lines: readonly Line[]): readonly Block[] {
  const blocks: Block[] = []
  for (let index = 0; index < lines.length; ) {
    const line = lines[index]?.text ?? ''
    const bullets = countWhile(lines, index, (text) => BULLET.test(text))
    const numbers = countWhile(lines, index, (text, offset) => numberOf(text) === offset + 1)
    if (bullets > 1 || numbers > 1) {
      const items = lines
        .slice(index, index + Math.max(bullets, numbers))
        .map(({ text }) => text.replace(MARK, ''))
      blocks.push({ kind: 'list', ordered: numbers > 1, items })
      index += items.length
    } else {
      blocks.push({ kind: isHeading(lines, index) ? 'heading' : 'paragraph', text: line })
      index += 1
    }
  }
  return blocks
}

const NUMBER = /^(\d{1,2})[.)]\s+(?=\S*\p{L})/u
const MARK = new RegExp(`${BULLET.source}|${NUMBER.source}`, 'u')

function numberOf(text: string): number | undefined {
  const digits = NUMBER.exec(text)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

function isNumbered(lines: readonly Line[], index: number): boolean {
  return countWhile(lines, index, (text, offset) => numberOf(text) === offset + 1) > 1
}

function countWhile(
  lines: readonly Line[],
  from: number,
  is: (text: string, offset: number) => boolean,
): number {
  let count = 0
  for (let line = lines[from]; line && is(line.text, count); line = lines[from + count]) count += 1
  return count
}

/** Whether a line is a heading: a short line above prose, a list, or another heading that is separated from it. */
function isHeading(lines: readonly Line[], index: number): boolean {
  const line = lines[index]
  const next = lines[index + 1]
  if (!line || !next || !isShortLine(line.text, HEADING) || line.text.endsWith('!')) return false
  if (isProse(next.text) || BULLET.test(next.text) || isNumbered(lines, index + 1)) return true
  const second = lines[index + 2]
  const apart = line.afterBlank && next.afterBlank && isShortLine(next.text, HEADING)
  return apart && second !== undefined && isProse(second.text)
}

/**
 * Whether a line is short, begins like a heading and does not end like a sentence. A question or an exclamation mark at
 * the end is allowed.
 */
function isShortLine(text: string, limit: { readonly width: number; readonly words: number }): boolean {
  if (textWidth(text) > limit.width || text.split(/\s+/).length > limit.words) return false
  if (!/^[\p{Lu}\p{Lt}\p{Lo}\p{N}\p{Ps}\p{Pi}"'¿¡]/u.test(text)) return false
  if (/[?!？！؟;:,،；：，–—-]$/u.test(text)) return /[?!？！؟]$/u.test(text)
  return !SENTENCE_END.test(text)
}

/** Whether a line is certainly a paragraph: it ends a sentence or introduces something, or is too long for a heading. */
function isProse(text: string): boolean {
  if (SENTENCE_END.test(text) || /[»”:]$/u.test(text)) return true
  return textWidth(text) > HEADING.width || text.split(/\s+/).length > HEADING.words
}

function blockText(block: Block): string {
  return block.kind === 'list' ? (block.items[0] ?? '') : block.text
}
