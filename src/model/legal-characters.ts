/**
 * Every character that the production `Char` of XML 1.0 (§2.2) excludes: control characters, lone surrogates, U+FFFE
 * and U+FFFF.
 */
export const ILLEGAL_CHARACTERS = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** A text without the characters that no XML document may hold, not even escaped. */
export function dropIllegal(text: string): string {
  return text.replaceAll(ILLEGAL_CHARACTERS, '')
}
