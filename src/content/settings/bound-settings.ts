import { MOST_SETTINGS_CHARACTERS, MOST_SETTINGS_SIGNS } from '../source/bounds.ts'

const SIGN = /[\n:,=*&!?%[\]{}]|- /g

/**
 * Returns what exceeds a limit in the text of settings. Undefined if nothing does. Called before a library parses the
 * text.
 */
export function tellTooMuch(source: string): string | undefined {
  if (source.length > MOST_SETTINGS_CHARACTERS) {
    const mend = 'Write what is text below the settings.'
    return `The settings have ${source.length} characters; at most ${MOST_SETTINGS_CHARACTERS} are read. ${mend}`
  }
  // A fast path: most settings have fewer characters than the limit of separators.
  const signs = source.length > MOST_SETTINGS_SIGNS ? (source.match(SIGN)?.length ?? 0) : 0
  if (signs <= MOST_SETTINGS_SIGNS) return undefined
  return `The settings have ${signs} lines, keys, list items and brackets; at most ${MOST_SETTINGS_SIGNS} are read. Write fewer of them.`
}
