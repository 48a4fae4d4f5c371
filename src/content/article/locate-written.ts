import { withoutCode } from '../html/without-code.ts'
import { type Position, positionAt } from '../source/position.ts'

/** In characters. Enough to distinguish a reference from the others. */
const LONGEST = 200

/**
 * Makes a function that finds where decoded text of a body is written in its file. It searches for every spelling that
 * decodes to the text, and outside of code first, because `<script` in a code span is not a script. Without a match it
 * returns the beginning of the body.
 */
export function writtenLocator(source: string, bodyStart: number): (written: string) => Position {
  const head = source.slice(0, bodyStart)
  const texts = [head + withoutCode(source.slice(bodyStart), 'Markdown'), source]
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
    // Not every `%` begins a percent-encoded octet.
    return text
  }
}

function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
