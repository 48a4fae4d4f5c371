/** Characters: a licence or a stylesheet may stand before the root, and nothing longer does. */
const MOST_BEFORE = 65_536

/** How what is no element begins and ends in XML and HTML. */
const PASSED_OVER = [
  ['<!--', '-->'],
  ['<?', '>'],
] as const

/** A document type, with the name of the root that it declares. */
const DOCTYPE = /<!doctype\s+([\w:.-]+)/iy

const TAG = /<([A-Za-z_][\w:.-]*)/y

/**
 * What a document is, whatever it quotes: `{` or `[` of JSON, which its first character tells; of XML and HTML the name of its
 * root element, without a prefix and in lower case; empty where it has neither. Text before the first tag is a mistake that
 * readers forgive.
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
