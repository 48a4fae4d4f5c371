import type { MarkdownIt, StateInline } from 'markdown-it'
import { mapControls } from '../source/control-characters.ts'

/** A reference to a character by its number, which no longer one than this can be a control character's. */
const REFERENCE = /^&#(?:x0{0,8}([0-9a-f]{2})|0{0,8}(\d{3}));/i
const LONGEST = 14

/**
 * Has a parser of Markdown read `&#150;` as browsers do (HTML §13.2.5.80): CommonMark asks for no other characters than those
 * of Unicode's, and the parser writes a sign for what cannot be read.
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
