/**
 * Characters that a terminal obeys, or that can deceive a reader: ASCII and Latin-1 controls except the tab, other line
 * separators, marks of text direction, and lone surrogates.
 */
const OBEYED =
  /[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Where GitHub sees a command at the start of a line, after white space: `::warning::`. */
const COMMAND = /^\s*(?=::)/

/** Where GitHub sees a command in the older form, anywhere in a line. */
const OLD_COMMAND = /##(?=\[)/g

/** Unicode has pictures of the ASCII controls, in the same order. */
const PICTURES = 0x2400
const PICTURE_OF_DELETE = '\u2421'

/** Replaces each such character with a visible one: a control with its picture. */
export function showControls(text: string): string {
  return text.replace(OBEYED, show)
}

/** Adds a backslash wherever a workflow of GitHub would take a part of the line for a command. */
export function breakCommands(line: string): string {
  return line.replace(COMMAND, '$&\\').replace(OLD_COMMAND, '##\\')
}

/** JSON of the same value, with both escaped. */
export function visibleJson(json: string): string {
  return json
    .split('\n')
    .map((line) => line.replace(OBEYED, escapeCharacter).replace(OLD_COMMAND, '#\\u0023'))
    .join('\n')
}

function show(character: string): string {
  const code = character.charCodeAt(0)
  if (code < 0x20) return String.fromCharCode(PICTURES + code)
  return code === 0x7f ? PICTURE_OF_DELETE : `<U+${hexOf(code)}>`
}

function escapeCharacter(character: string): string {
  return `\\u${hexOf(character.charCodeAt(0)).toLowerCase()}`
}

function hexOf(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0')
}
