/**
 * U+007F to U+009F. XML allows them, but they are invisible, and parsers of YAML and other formats refuse them. They come
 * from text in windows-1252 that was decoded as Latin-1.
 */
const CONTROL = /[\x7F-\x9F]/
const CONTROLS = /[\x7F-\x9F]/g

/** The characters that HTML reads from U+0080 on (§13.2.5.80). A space stands for no character. */
const MEANT = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

/**
 * Returns the character that is published in place of a control character: the one with the same number in windows-1252, or
 * an empty text.
 */
export function meantBy(control: string): string {
  return (MEANT[control.charCodeAt(0) - 0x80] ?? '').trim()
}

/** Replaces the control characters of a text with the characters that `meantBy` gives. */
export function mapControls(text: string): string {
  return CONTROL.test(text) ? text.replaceAll(CONTROLS, meantBy) : text
}

/** Finds the first control character of a text. Undefined if there is none. */
export function findControl(text: string): { readonly control: string; readonly index: number } | undefined {
  const index = text.search(CONTROL)
  return index < 0 ? undefined : { control: text.charAt(index), index }
}
