/**
 * The most combining marks in a row. The Stream-Safe Text Format (UAX #15 §13) takes 30 for more than any writing needs;
 * people heap up some dozens for fun, and their texts stay as they are.
 */
export const MOST_MARKS = 200

/** What is no longer Latin, Greek or IPA, in a row: where there is none, there are no marks in a row either. */
const SUSPECT = new RegExp(`[^\\0-\\u02FF]{${MOST_MARKS}}`)

/** Marks in a row; the two of half-wide Katakana are letters by name and marks once they are decomposed. */
const RUN = new RegExp(`[\\p{M}\\uFF9E\\uFF9F]{${MOST_MARKS}}(?=[\\p{M}\\uFF9E\\uFF9F])`, 'gu')

/**
 * A text that can be normalised at a cost that grows with it: within a run of marks each is sorted among all the others,
 * so that a run twice as long costs four times as much. Longer runs are parted by a joiner that nobody sees, as UAX #15
 * §13 tells.
 */
export function boundMarks(text: string): string {
  // Nearly all texts are told to be fine by these, in a fraction of the time.
  if (text.length <= MOST_MARKS || !SUSPECT.test(text)) return text
  return text.replaceAll(RUN, '$&\u034F')
}
