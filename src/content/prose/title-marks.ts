const PAIRS: ReadonlyMap<string, string> = new Map([
  ['«', '»'],
  ['‹', '›'],
  ['“', '”'],
  ['„', '“'],
  ['(', ')'],
  ['[', ']'],
  ['「', '」'],
  ['『', '』'],
  ['（', '）'],
  ['《', '》'],
])
const CLOSERS: ReadonlySet<string> = new Set([...PAIRS.values(), '”'])

/** A mark that has no partner in a text: where it stands, and what would close it if it opens. */
interface LoneMark {
  readonly index: number
  readonly closer?: string
}

/** Whether every quote and bracket that opens in a text closes in it, and the other way round. */
export function isBalanced(text: string): boolean {
  return loneMarks(text).length === 0
}

/** The text with every quote and bracket in a pair: one that only opens is closed at the end, one that only closes dropped. */
export function balanceMarks(text: string): string {
  let balanced = text
  let closers = ''
  for (const { index, closer } of loneMarks(text).toReversed()) {
    if (closer !== undefined) closers += closer
    else balanced = balanced.slice(0, index) + balanced.slice(index + 1)
  }
  return balanced.trim() + closers
}

/** The text without the quotes and brackets that have no partner in it. */
export function withoutLoneMarks(text: string): string {
  const lone = new Set(loneMarks(text).map(({ index }) => index))
  return lone.size === 0
    ? text
    : [...text.matchAll(/./gsu)].map((match) => (lone.has(match.index) ? '' : match[0])).join('')
}

/** The text without the full stop at its end (inside a closing quote too), and without separators at either end. */
export function trimEnds(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:.–—•*·-]+(?=[^\s])/u, '')
    .replace(/[\s,;:、，；：،؛–—-]+$/u, '')
    .replace(/(?<![.…]|\p{L}\.\p{L})[.。｡]([\p{Pe}\p{Pf}\p{Pi}"']*)$/u, '$1')
    .trim()
}

/** The text with its first letter in upper case, unless its first word has capitals of its own: `iPhone`. */
export function capitalise(text: string): string {
  const [, opening, letter, word] = /^([\p{P}\p{S}\s]*)(\p{Ll})(\S*)/u.exec(text) ?? []
  if (opening === undefined || letter === undefined || word === undefined || /\p{Lu}/u.test(word)) return text
  const upper = letter.toUpperCase()
  // `ß` and its like would turn into several letters.
  return [...upper].length === 1 ? opening + upper + text.slice(opening.length + letter.length) : text
}

function loneMarks(text: string): readonly LoneMark[] {
  const open: { readonly index: number; readonly closer: string }[] = []
  const lone: LoneMark[] = []
  for (let index = 0; index < text.length; index += 1) {
    const mark = text.charAt(index)
    const last = open.at(-1)
    if (last && (mark === last.closer || (last.closer === '“' && mark === '”'))) open.pop()
    else if (mark === '"') open.push({ index, closer: '"' })
    else if (PAIRS.has(mark)) open.push({ index, closer: PAIRS.get(mark) ?? '' })
    else if (CLOSERS.has(mark)) lone.push({ index })
  }
  return [...lone, ...open].toSorted((a, b) => a.index - b.index)
}
