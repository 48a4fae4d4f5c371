import type { Markup } from '../source/body-extensions.ts'
import { parseBlocks } from './markdown.ts'

/**
 * Replaces code in a text by spaces: code blocks, spans between backticks and code elements; in Markdown also backslash
 * escapes and link definitions, which are not text. All other characters keep their offsets. The cost is linear.
 */
export function withoutCode(text: string, markup: Markup): string {
  switch (markup) {
    case 'Markdown':
      return withoutBlocks(text)
    case 'HTML':
      return withoutSpans(text, HTML_SIGNS)
    case 'none':
      return text
  }
}

/** How to read the lines of each kind of block with text. Lines of other blocks are code or empty. */
const SHOWN: ReadonlyMap<string, (lines: string) => string> = new Map([
  ['inline', (lines) => withoutSpans(lines, MARKDOWN_SIGNS)],
  ['html_block', (lines) => withoutSpans(lines, HTML_SIGNS)],
  // A bar separates cells even between backticks (GFM §4.10).
  [
    'tr_open',
    (line) =>
      line
        .split('|')
        .map((cell) => withoutSpans(cell, MARKDOWN_SIGNS))
        .join('|'),
  ],
])

/**
 * Replaces code blocks by spaces. It uses the Markdown parser, because whether an indented line is code depends on the
 * lists around it.
 */
function withoutBlocks(text: string): string {
  const lines = text.split('\n')
  const shown = lines.map((line) => ' '.repeat(line.length))
  for (const { type, map } of parseBlocks(text)) {
    const read = SHOWN.get(type)
    if (map === null || read === undefined) continue
    const block = read(lines.slice(...map).join('\n'))
    for (const [index, line] of block.split('\n').entries()) shown[map[0] + index] = line
  }
  return shown.join('\n')
}

/** The beginning of a code span, a comment or a code element, or a backslash escape. */
const MARKDOWN_SIGNS = /\\[!-/:-@[-`{-~]|`+|<!--|<(pre|code|samp|kbd|script|style)\b[^<>`]{0,500}>/gi
const HTML_SIGNS = /<!--|<(pre|code|samp|kbd|script|style)\b[^<>]{0,500}>/gi

/** The end of a code span (as many backticks as at its beginning, CommonMark §6.1), a comment or a code element. */
const ENDS = /`+|-->|<\/(pre|code|samp|kbd|script|style)\s{0,9}>/gi

/** Replaces spans by spaces. A span without an end is text. A span that begins inside a comment cannot extend beyond it. */
function withoutSpans(text: string, signs: RegExp): string {
  const nextEnd = endFinder(text)
  const pieces: string[] = []
  let done = 0
  for (const { 0: sign, 1: name, index } of text.matchAll(signs)) {
    if (index < done) continue
    const isComment = sign === '<!--'
    const after = index + (isComment ? 2 : sign.length)
    const key = isComment ? '-->' : (name?.toLowerCase() ?? sign)
    const end = sign.startsWith('\\') ? { from: after, to: after } : nextEnd(key, after)
    if (end === undefined) continue
    // The tags of an element stay.
    const [from, to] = name === undefined ? [index, end.to] : [after, end.from]
    const span = text.slice(from, to)
    pieces.push(text.slice(done, from), isComment ? span : span.replaceAll(/[^\n]/g, ' '))
    done = to
  }
  return pieces.join('') + text.slice(done)
}

interface Span {
  readonly from: number
  readonly to: number
}

/**
 * Makes a function that finds the next end of a kind of span. Callers must ask for rising offsets, so that it reads the
 * text once.
 */
function endFinder(text: string): (key: string, after: number) => Span | undefined {
  const ends = new Map<string, Span[]>()
  for (const { 0: end, 1: name, index } of text.matchAll(ENDS)) {
    const key = name?.toLowerCase() ?? end
    const span = { from: index, to: index + end.length }
    const all = ends.get(key)
    if (all) all.push(span)
    else ends.set(key, [span])
  }
  const passed = new Map<string, number>()
  return (key, after) => {
    const all = ends.get(key) ?? []
    let next = passed.get(key) ?? 0
    for (let end = all[next]; end !== undefined && end.from < after; end = all[next]) next += 1
    passed.set(key, next)
    return all[next]
  }
}
