import { type FoundDate, findDate, parseProseDate } from './prose-date.ts'
import { textWidth } from './text-width.ts'
import { BULLET, type Line, SENTENCE_END, unwrapLines } from './unwrap-lines.ts'

/** A piece of raw text: plain text, one line each. */
export type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }

/** What a text without any markup says about itself. */
export interface RawText {
  /** The first full date in its first 200 characters; `at` counts from the beginning of the whole text. */
  readonly date?: FoundDate
  /** A short first line that stands as a title. It is not among the blocks. */
  readonly title?: string
  readonly blocks: readonly Block[]
  /** The first paragraph, or else the first text there is: what a title is made from. Empty for a blank text. */
  readonly lead: string
}

/** A heading is shorter than this, in columns and words; a title may be a little longer. */
const HEADING = { width: 90, words: 12 }
const TITLE = { width: 110, words: 18 }

/**
 * Reads raw text, as it comes out of a mail or a text editor: NFC, LF, no BOM. Headings are short lines above prose, with
 * blank lines around them or without; a paragraph is a line, or several that were wrapped; two lines or more with bullets,
 * or numbered from 1, are a list. A first `date 2025-12-28`, or a line that is nothing but the date, is no part of the
 * blocks; a date in the prose stays where it is.
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

/** Where the text begins once a leading `date 2025-12-28` is taken off, or a bare `2025-12-28`, with its time if it has one. */
function tokenEnd(text: string, date: FoundDate): number {
  const before = text.slice(0, date.at)
  const bare = before.trim() === '' && /^\d{4}-/.test(date.text)
  if (!bare && !/^\s*date\s*:?\s+$/iu.test(before)) return 0
  const end = date.at + date.text.length
  const rest = /^(?:T\d{2}:\d{2}[\d:.]*(?:Z|[+-]\d{2}:?\d{2})?)?[ \t]*[,;|–—-]?/.exec(text.slice(end))
  return end + (rest?.[0].length ?? 0)
}

/** Drops a line that is nothing but a date, in the first place or under a title. What follows stands apart from the title. */
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

/** A heading is a short line with something under it: prose, a list, or another heading that stands apart. */
function isHeading(lines: readonly Line[], index: number): boolean {
  const line = lines[index]
  const next = lines[index + 1]
  if (!line || !next || !isShortLine(line.text, HEADING) || line.text.endsWith('!')) return false
  if (isProse(next.text) || BULLET.test(next.text) || isNumbered(lines, index + 1)) return true
  const second = lines[index + 2]
  const apart = line.afterBlank && next.afterBlank && isShortLine(next.text, HEADING)
  return apart && second !== undefined && isProse(second.text)
}

/** Whether a line is short, begins as a heading does and does not end as a sentence does, unless it asks or exclaims. */
function isShortLine(text: string, limit: { readonly width: number; readonly words: number }): boolean {
  if (textWidth(text) > limit.width || text.split(/\s+/).length > limit.words) return false
  if (!/^[\p{Lu}\p{Lt}\p{Lo}\p{N}\p{Ps}\p{Pi}"'¿¡]/u.test(text)) return false
  if (/[?!？！؟;:,،；：，–—-]$/u.test(text)) return /[?!？！؟]$/u.test(text)
  return !SENTENCE_END.test(text)
}

/** Whether a line is a paragraph beyond doubt: it ends a sentence or introduces something, or is too long for a heading. */
function isProse(text: string): boolean {
  if (SENTENCE_END.test(text) || /[»”:]$/u.test(text)) return true
  return textWidth(text) > HEADING.width || text.split(/\s+/).length > HEADING.words
}

function blockText(block: Block): string {
  return block.kind === 'list' ? (block.items[0] ?? '') : block.text
}
