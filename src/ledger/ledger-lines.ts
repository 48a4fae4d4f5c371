/** The place where an element begins. Line and column count from 1. */
export interface LinePlace {
  readonly line: number
  readonly column: number
}

/** One element of the ledger's array, with its place. */
export interface LedgerLine extends LinePlace {
  readonly value: unknown
}

/** An element that cannot be parsed, with the reason. */
export interface BrokenLine extends LinePlace {
  readonly message: string
}

/** The marks of a conflict in git. The last one marks the common ancestor. */
const CONFLICT_MARK = /^(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)/

/**
 * Reads the elements of the ledger's array line by line. A merge may combine lines of two branches, so that brackets and
 * commas are not where JSON has them. A file that a formatter has spread over more lines is parsed as JSON. Broken lines
 * are given with their reasons.
 */
export function readLedgerLines(text: string): {
  readonly lines: readonly LedgerLine[]
  readonly broken: readonly BrokenLine[]
} {
  const lines: LedgerLine[] = []
  const broken: BrokenLine[] = []
  let marks = 0
  const hasAncestor = /^\|{7}(?:\s|$)/m.test(text)
  for (const [index, source] of text.split('\n').entries()) {
    const line = index + 1
    if (CONFLICT_MARK.test(source)) {
      marks += 1
      if (marks === 1) broken.push({ line, column: 1, message: hasAncestor ? CONFLICT_OF_THREE : CONFLICT })
      continue
    }
    const { json, start } = trimLine(source)
    if (json === '') continue
    const column = start + 1
    const value = parseJson(json)
    if (value === undefined) broken.push({ line, column, message: `Cannot read this line: ${NOT_JSON}` })
    else lines.push({ value, line, column })
  }
  const whole = broken.length > marks && marks === 0 ? parseJson(text) : undefined
  // Other JSON than a list is not a ledger with broken lines, but no ledger.
  if (whole !== undefined && !Array.isArray(whole)) return { lines: [], broken: [] }
  if (whole === undefined) return { lines, broken }
  return { lines: whole.map((value: unknown) => ({ value, line: 1, column: 1 })), broken: [] }
}

/** A line without the commas, brackets and blanks of the array around it. */
function trimLine(source: string): { readonly json: string; readonly start: number } {
  // No pattern, because it would try each blank and each comma in a long run of them.
  const first = source.search(/[^\s,[]/)
  const start = first === -1 ? source.length : first
  const skipBack = (from: number): number => {
    let end = from
    while (end > start && /[\s,]/.test(source.charAt(end - 1))) end -= 1
    return end
  }
  const end = skipBack(source.length)
  const isClosed = end > start && source[end - 1] === ']'
  return { json: source.slice(start, isClosed ? skipBack(end - 1) : end), start }
}

const NOT_JSON = 'it is not JSON. Restore ledger.json from version control.'

const CONFLICT =
  'Cannot read the ledger: a merge has left its marks here. Keep every line of both sides, without the three marker lines (<<<<<<<, =======, >>>>>>>): the sides are merged when they are read.'

const CONFLICT_OF_THREE =
  'Cannot read the ledger: a merge has left its marks here. Keep every line of both sides, above ||||||| and below =======, without the four marker lines (<<<<<<<, |||||||, =======, >>>>>>>) and without the older lines between ||||||| and =======: the sides are merged when they are read.'

/** Parses a JSON text. Gives `undefined` if it is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
