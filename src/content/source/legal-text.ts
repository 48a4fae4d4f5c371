import { boundMarks } from '../../model/bound-marks.ts'
import { dropIllegal } from '../../model/escape.ts'
import { mapControls } from './control-characters.ts'

/** A code unit that is illegal in XML 1.0, or half of a surrogate pair, which may be legal. */
const SUSPECT = /[\0-\x08\x0B\x0C\x0E-\x1F\uD800-\uDFFF\uFFFE\uFFFF]/

/**
 * Makes a text legal in every format that we publish: NFC, and only characters that are legal in XML 1.0. A seed's text
 * is legal already; this is for text from escapes in it (`&#1;`, `"\u0000"`).
 */
export function legalText(text: string): string {
  // A fast path: nearly all texts are legal, and this test takes a third of the time.
  const legal = SUSPECT.test(text) ? dropIllegal(text) : text
  return boundMarks(legal).normalize('NFC')
}

/**
 * Makes a text as readers see it: legal, with its control characters replaced. Digests are made from the text as written,
 * not from this one.
 */
export function shownText(text: string): string {
  return legalText(mapControls(text))
}

/** Does the same, and makes it one line. */
export function shownLine(text: string): string {
  return legalLine(mapControls(text))
}

/** Makes a legal text of one line: each run of white space becomes one space, and the ends are trimmed. */
export function legalLine(text: string): string {
  return legalText(text)
    .replaceAll(/[\t\n\v\f\r \u0085\u2028\u2029]+/g, ' ')
    .trim()
}
