import type { Position } from './position.ts'

const MARKS: readonly RegExp[] = [/^<{7} /, /^={7}$/, /^>{7} /]

/** The message for a text with the marks that {@link findConflict} finds. */
export const CONFLICT =
  'A merge has left its marks here: <<<<<<<, ======= and >>>>>>>. See which of the two sides is right, or make one text of both, and keep that without the three lines. Indent the lines if the text is about them.'

/** Finds where a git merge conflict begins. Undefined if the text does not have all marks of a conflict. */
export function findConflict(text: string): Position | undefined {
  if (!text.includes('<<<<<<< ')) return undefined
  let first: number | undefined
  let found = 0
  for (const [index, line] of text.split('\n').entries()) {
    if (!MARKS[found]?.test(line)) continue
    first ??= index + 1
    found += 1
    if (found === MARKS.length) return { line: first, column: 1 }
  }
  return undefined
}
