/** Characters. A licence or a stylesheet may come before the root. None is longer. */
const MOST_BEFORE = 65_536

/** The beginning and the end of markup that is not an element, in XML and HTML. */
const PASSED_OVER = [
  ['<!--', '-->'],
  ['<?', '>'],
] as const

/** A document type, with the name of the root that it declares. */
const DOCTYPE = /<!doctype\s+([\w:.-]+)/iy

const TAG = /<([A-Za-z_][\w:.-]*)/y

/**
 * Finds the root of a document, whatever the document quotes. Returns `{` or `[` for JSON, by its first character. For XML
 * and HTML it returns the name of the root element, in lower case and without a prefix. Returns an empty text if there is
 * none. Readers accept text before the first tag, so it is ignored.
 */
export function rootOf(text: string): string {
  const beginning = text.slice(0, MOST_BEFORE).trimStart()
  if (/^[{[]/.test(beginning)) return beginning.charAt(0)
  for (let at = beginning.indexOf('<'); at !== -1; at = beginning.indexOf('<', at + 1)) {
    const passed = PASSED_OVER.find(([begin]) => beginning.startsWith(begin, at))
    if (passed !== undefined) {
      const end = beginning.indexOf(passed[1], at + passed[0].length)
      if (end === -1) return ''
      at = end
      continue
    }
    const named = matchAt(DOCTYPE, beginning, at) ?? matchAt(TAG, beginning, at)
    if (named !== undefined) return named.replace(/^.*:/, '').toLowerCase()
  }
  return ''
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[1]
}
