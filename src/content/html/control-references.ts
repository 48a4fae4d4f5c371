import type { MarkdownIt, StateInline } from 'markdown-it'
import { mapControls } from '../source/control-characters.ts'

/** A numeric character reference to a control character. A longer one cannot be one. */
const REFERENCE = /^&#(?:x0{0,8}([0-9a-f]{2})|0{0,8}(\d{3}));/i
const LONGEST = 14

/**
 * Makes a Markdown parser read `&#150;` as browsers do (HTML §13.2.5.80). In CommonMark the number is a Unicode code point,
 * and the parser writes U+FFFD in place of a control character.
 */
export function controlReferences(parser: MarkdownIt): void {
  parser.inline.ruler.before('entity', 'control_references', readReference)
}

function readReference(state: StateInline, silent: boolean): boolean {
  if (state.src.charAt(state.pos) !== '&') return false
  const match = REFERENCE.exec(state.src.slice(state.pos, state.pos + LONGEST))
  if (match === null) return false
  const [written, hexadecimal, decimal] = match
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16)
  if (code < 0x7f || code > 0x9f) return false
  if (!silent) state.push('text', '', 0).content = mapControls(String.fromCharCode(code))
  state.pos += written.length
  return true
}
