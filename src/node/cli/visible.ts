/**
 * What a terminal obeys or a reader is deceived by: the controls of ASCII and Latin-1 but the tab, what divides lines
 * elsewhere, what turns the direction of writing, and halves of characters.
 */
const OBEYED =
  /[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Where GitHub sees a command at the beginning of a line, white space aside: `::warning::`. */
const COMMAND = /^\s*(?=::)/

/** Where it sees one in the older form, anywhere. */
const OLD_COMMAND = /##(?=\[)/g

/** Unicode has pictures of the controls of ASCII, in their order. */
const PICTURES = 0x2400
const PICTURE_OF_DELETE = '\u2421'

/** A text in which each character that would be obeyed is replaced by what can be seen: a control by its picture. */
export function showControls(text: string): string {
  return text.replace(OBEYED, show)
}

/** A line in which a backslash keeps what a workflow of GitHub would take for a command from being one. */
export function breakCommands(line: string): string {
  return line.replace(COMMAND, '$&\\').replace(OLD_COMMAND, '##\\')
}

/** JSON of the same value, in which both is escaped. */
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
