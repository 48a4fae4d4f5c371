/**
 * The most combining marks in a row. The Stream-Safe Text Format (UAX #15 §13) says that 30 are more than any writing
 * needs; people use some dozens for fun, and their texts stay as they are.
 */
export const MOST_MARKS = 200

/** Characters beyond Latin, Greek and IPA, in a row: without them, there are no marks in a row either. */
const SUSPECT = new RegExp(`[^\\0-\\u02FF]{${MOST_MARKS}}`)

/** Marks in a row; the two of half-width Katakana are letters by name and become marks once they are decomposed. */
const RUN = new RegExp(`[\\p{M}\\uFF9E\\uFF9F]{${MOST_MARKS}}(?=[\\p{M}\\uFF9E\\uFF9F])`, 'gu')

/**
 * A text that can be normalised at linear cost: a normaliser sorts each mark of a run among all the others, so that a
 * run twice as long costs four times as much. An invisible joiner divides longer runs, as UAX #15 §13 says.
 */
export function boundMarks(text: string): string {
  // A fast path for nearly all texts.
  if (text.length <= MOST_MARKS || !SUSPECT.test(text)) return text
  return text.replaceAll(RUN, '$&\u034F')
}
