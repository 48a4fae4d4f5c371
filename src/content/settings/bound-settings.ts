import { MOST_SETTINGS_CHARACTERS, MOST_SETTINGS_SIGNS } from '../source/bounds.ts'

const SIGN = /[\n:,=*&!?%[\]{}]|- /g

/** What is too much in the text of settings, if anything is. It is told before a library reads it. */
export function tellTooMuch(source: string): string | undefined {
  if (source.length > MOST_SETTINGS_CHARACTERS) {
    const mend = 'Write what is text below the settings.'
    return `The settings have ${source.length} characters; at most ${MOST_SETTINGS_CHARACTERS} are read. ${mend}`
  }
  // Nearly all settings are shorter than the signs that they may have.
  const signs = source.length > MOST_SETTINGS_SIGNS ? (source.match(SIGN)?.length ?? 0) : 0
  if (signs <= MOST_SETTINGS_SIGNS) return undefined
  return `The settings have ${signs} lines, keys, list items and brackets; at most ${MOST_SETTINGS_SIGNS} are read. Write fewer of them.`
}
