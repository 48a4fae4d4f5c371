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

/** A mark without a partner: its offset, and the closing mark if it is an opening one. */
interface LoneMark {
  readonly index: number
  readonly closer?: string
}

/** Whether all quotes and brackets of a text are in pairs. */
export function isBalanced(text: string): boolean {
  return loneMarks(text).length === 0
}

/** Balances quotes and brackets: an opening mark without a partner is closed at the end, a closing one is removed. */
export function balanceMarks(text: string): string {
  let balanced = text
  let closers = ''
  for (const { index, closer } of loneMarks(text).toReversed()) {
    if (closer !== undefined) closers += closer
    else balanced = balanced.slice(0, index) + balanced.slice(index + 1)
  }
  return balanced.trim() + closers
}

/** Removes the quotes and brackets without a partner. */
export function withoutLoneMarks(text: string): string {
  const lone = new Set(loneMarks(text).map(({ index }) => index))
  return lone.size === 0
    ? text
    : [...text.matchAll(/./gsu)].map((match) => (lone.has(match.index) ? '' : match[0])).join('')
}

/** Removes the full stop at the end (inside a closing quote, too), and separators at both ends. */
export function trimEnds(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:.–—•*·-]+(?=[^\s])/u, '')
    .replace(/[\s,;:、，；：،؛–—-]+$/u, '')
    .replace(/(?<![.…]|\p{L}\.\p{L})[.。｡]([\p{Pe}\p{Pf}\p{Pi}"']*)$/u, '$1')
    .trim()
}

/** Capitalises the first letter of a text, unless the first word has capitals of its own: `iPhone`. */
export function capitalise(text: string): string {
  const [, opening, letter, word] = /^([\p{P}\p{S}\s]*)(\p{Ll})(\S*)/u.exec(text) ?? []
  if (opening === undefined || letter === undefined || word === undefined || /\p{Lu}/u.test(word)) return text
  const upper = letter.toUpperCase()
  // `ß` and similar letters would become several letters.
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
