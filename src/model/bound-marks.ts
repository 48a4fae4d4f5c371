/**
 * The most combining marks in a row. The Stream-Safe Text Format (UAX #15 §13) says that no writing needs more than 30.
 * People use some dozens for fun, and their texts stay unchanged.
 */
export const MOST_MARKS = 200

/** Characters beyond Latin, Greek and IPA, in a row. A text without such a run has no run of marks either. */
const SUSPECT = new RegExp(`[^\\0-\\u02FF]{${MOST_MARKS}}`)

/**
 * A run of marks. The two marks of half-width Katakana are letters by category, and become marks when they are
 * decomposed.
 */
const RUN = new RegExp(`[\\p{M}\\uFF9E\\uFF9F]{${MOST_MARKS}}(?=[\\p{M}\\uFF9E\\uFF9F])`, 'gu')

/**
 * Bounds the runs of marks in a text, so that it can be normalised at linear cost. A normaliser sorts the marks of a
 * run at quadratic cost. An invisible joiner divides longer runs, as in UAX #15 §13.
 */
export function boundMarks(text: string): string {
  // A fast path for nearly all texts.
  if (text.length <= MOST_MARKS || !SUSPECT.test(text)) return text
  return text.replaceAll(RUN, '$&\u034F')
}
