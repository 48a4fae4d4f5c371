/** A line that opens or closes a block of code: its mark, and what follows. */
const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/

/** Where an element of code begins or ends, or a run of backticks stands. */
const MARK = /`+|<(\/?)(pre|code|samp|kbd|script|style)\b[^<>`]{0,500}>/gi

/**
 * A text with its code left blank: blocks between fences, indented blocks, spans between backticks, and elements of code.
 * Every other character stays at its offset. The cost is linear.
 */
export function withoutCode(text: string): string {
  return withoutSpans(withoutBlocks(text))
}

function withoutBlocks(text: string): string {
  let fence: string | undefined
  let mayIndent = true
  const lines = text.split('\n').map((line) => {
    const [, mark, rest = ''] = FENCE.exec(line) ?? []
    if (fence !== undefined) {
      if (mark?.startsWith(fence) && rest.trim() === '') fence = undefined
      return blank(line)
    }
    // A line of backticks with others behind them is a span (CommonMark §4.5).
    if (mark !== undefined && !(mark.startsWith('`') && rest.includes('`'))) fence = mark
    const isIndented = mayIndent && /^(?: {4}|\t)/.test(line)
    mayIndent = isIndented || line.trim() === ''
    return fence !== undefined || isIndented ? blank(line) : line
  })
  return lines.join('\n')
}

/** A span ends with as many backticks as it begins with (CommonMark §6.1), an element with its tag; without an end both are text. */
function withoutSpans(text: string): string {
  const marks = [...text.matchAll(MARK)].map(({ 0: written, 1: slash, 2: name, index }) => ({
    at: index,
    end: index + written.length,
    opens: name === undefined ? written : slash === '' ? name.toLowerCase() : undefined,
    closes: name === undefined ? written : slash === '/' ? name.toLowerCase() : undefined,
  }))
  // The next mark that closes each, found from the end on.
  const closing = new Map<string, number>()
  const ends = marks.map(() => 0)
  for (let index = marks.length - 1; index >= 0; index -= 1) {
    const { opens, closes, end } = marks[index] ?? { end: 0 }
    if (opens !== undefined) ends[index] = closing.get(opens) ?? 0
    if (closes !== undefined) closing.set(closes, end)
  }
  const pieces: string[] = []
  let done = 0
  for (const [index, { at }] of marks.entries()) {
    const end = ends[index] ?? 0
    if (at < done || end === 0) continue
    pieces.push(text.slice(done, at), blank(text.slice(at, end)))
    done = end
  }
  return pieces.join('') + text.slice(done)
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, ' ')
}
