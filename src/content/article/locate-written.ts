import { type Position, positionAt } from '../source/position.ts'

/** Enough to tell a reference from the others. */
const LONGEST = 200

/**
 * Makes what tells where something that was read in a body is written in its file. What was read is decoded already, so
 * it is looked for in every spelling that decodes to it, and outside of code first: `<script` in a code span is no script.
 * The beginning of the body if it is nowhere.
 */
export function writtenLocator(source: string, bodyStart: number): (written: string) => Position {
  const texts = [withoutCode(source), source]
  return (written) => {
    const patterns = spellingsOf(written).map((spelling) => new RegExp(escapePattern(spelling), 'gi'))
    for (const text of texts) {
      for (const pattern of patterns) {
        pattern.lastIndex = bodyStart
        const match = pattern.exec(text)
        if (match) return positionAt(source, match.index)
      }
    }
    return positionAt(source, bodyStart)
  }
}

function spellingsOf(written: string): readonly string[] {
  const decoded = [written, converted(written, decodeURI), converted(written, encodeURI)]
  const all = decoded.flatMap((text) => [text, text.replaceAll('&', '&amp;')])
  return [...new Set(all.map((text) => text.trim().slice(0, LONGEST)))].filter((text) => text !== '')
}

function converted(text: string, convert: (text: string) => string): string {
  try {
    return convert(text)
  } catch {
    // Not every `%` begins an octet.
    return text
  }
}

function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/

/** A text of the same length with blanks for the code of Markdown: fenced blocks, and spans within a line. */
function withoutCode(source: string): string {
  let open = ''
  return source
    .split('\n')
    .map((line) => {
      const fence = FENCE.exec(line)?.[1] ?? ''
      const isFenced = open !== ''
      if (!isFenced) open = fence
      else if (fence.startsWith(open)) open = ''
      if (isFenced || fence !== '') return ' '.repeat(line.length)
      return line.replaceAll(/(?<!`)(`+)(?!`)[^`]+\1(?!`)/g, (span) => ' '.repeat(span.length))
    })
    .join('\n')
}
