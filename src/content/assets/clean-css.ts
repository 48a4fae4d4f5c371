/**
 * The tokens that this cleaner distinguishes (CSS Syntax 3 §4.3): a comment, an address, a string, which ends at its
 * line's end, an import, and everything else. A token without an end extends to the end of the text.
 */
const TOKENS: readonly RegExp[] = [
  /\/\*[\s\S]*?(?:\*\/|$)/y,
  /url\(\s*(?:"[^"\n\f]*"?\s*\)?|'[^'\n\f]*'?\s*\)?|[^)"']*\)?)/iy,
  /"[^"\n\f]*"?|'[^'\n\f]*'?/y,
  /@import(?![\w-])/iy,
  /[^/"'uU@;]+|[\s\S]/y,
]

/** Fonts that are embedded in the style sheet. */
const OWN = /^url\(\s*["']?(?:#|data:(?:font\/|application\/(?:x-)?font|application\/octet-stream))/i
const ENDED_URL = /^url\(\s*(?:"[^"]*"\s*|'[^']*'\s*|[^"'()\s]*\s*)\)$/i
const ENDED_TEXT = /^(?:"[^"]*"|'[^']*')$/
/** A string that is an address: functions other than `url()` would fetch it. */
const ADDRESS = /^["']\s*(?:[a-z][a-z\d+.-]*:|\/\/)/i

/**
 * Cleans the style of an SVG: removes everything that it would fetch, and comments, in which programs name the author.
 * The cost is linear.
 */
export function cleanCss(css: string): string {
  // A backslash escape can spell a letter by its number, so escaped keywords would not be found.
  const plain = css.replaceAll('\\', '')
  const kept: string[] = []
  let isImport = false
  for (let at = 0; at < plain.length; ) {
    const token = tokenAt(plain, at)
    at += token.length
    if (!isImport && !/^@import/i.test(token)) kept.push(cleanToken(token))
    else {
      // The texts before and after the removed token must not join into one word.
      if (!isImport) kept.push(' ')
      isImport = token !== ';'
    }
  }
  return kept.join('')
}

function tokenAt(css: string, at: number): string {
  for (const pattern of TOKENS) {
    pattern.lastIndex = at
    const [token] = pattern.exec(css) ?? []
    if (token) return token
  }
  return css.slice(at)
}

/** Cleans one token. Each result is complete and refers to nothing else, so that the next token keeps its meaning. */
function cleanToken(token: string): string {
  if (token.startsWith('/*')) return ' '
  if (/^url\(/i.test(token)) return OWN.test(token) && ENDED_URL.test(token) ? token : 'none'
  if (!/^["']/.test(token)) return token
  return ENDED_TEXT.test(token) && !ADDRESS.test(token) ? token : '""'
}
