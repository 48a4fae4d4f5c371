import { boundMarks } from '../../model/bound-marks.ts'
import { dropIllegal } from '../../model/escape.ts'

/** A code unit that is illegal, or may be half of a character that is not. */
const SUSPECT = /[\0-\x08\x0B\x0C\x0E-\x1F\uD800-\uDFFF\uFFFE\uFFFF]/

/**
 * Text that can stand in every format we publish: NFC, and only of characters legal in XML 1.0. A seed's text is so
 * from the start; this is for what escapes in it (`&#1;`, `"\u0000"`) turn into.
 */
export function legalText(text: string): string {
  // Nearly all texts are legal, and this tells it in a third of the time.
  const legal = SUSPECT.test(text) ? dropIllegal(text) : text
  return boundMarks(legal).normalize('NFC')
}

/** Legal text in one line: every run of spaces and line ends is one space, and none at the ends. */
export function legalLine(text: string): string {
  return legalText(text)
    .replaceAll(/[\t\n\v\f\r \u0085\u2028\u2029]+/g, ' ')
    .trim()
}
