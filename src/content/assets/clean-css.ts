/**
 * What a style sheet is made of here (CSS Syntax 3 §4.3): a comment, an address, a text, which its line ends, an import, and
 * anything else. What has no end goes on to the end of all.
 */
const TOKENS: readonly RegExp[] = [
  /\/\*[\s\S]*?(?:\*\/|$)/y,
  /url\(\s*(?:"[^"\n\f]*"?\s*\)?|'[^'\n\f]*'?\s*\)?|[^)"']*\)?)/iy,
  /"[^"\n\f]*"?|'[^'\n\f]*'?/y,
  /@import(?![\w-])/iy,
  /[^/"'uU@;]+|[\s\S]/y,
]

/** Fonts that are in the style sheet itself. */
const OWN = /^url\(\s*["']?(?:#|data:(?:font\/|application\/(?:x-)?font|application\/octet-stream))/i
const ENDED_URL = /^url\(\s*(?:"[^"]*"\s*|'[^']*'\s*|[^"'()\s]*\s*)\)$/i
const ENDED_TEXT = /^(?:"[^"]*"|'[^']*')$/
/** An address, with which functions other than `url()` would fetch something. */
const ADDRESS = /^["']\s*(?:[a-z][a-z\d+.-]*:|\/\/)/i

/**
 * The style of a drawing without what it would fetch from elsewhere, and without comments, in which programs tell who drew.
 * It takes time in proportion to its length.
 */
export function cleanCss(css: string): string {
  // A backslash writes a letter by its number: what is spelt so would not be found.
  const plain = css.replaceAll('\\', '')
  const kept: string[] = []
  let isImport = false
  for (let at = 0; at < plain.length; ) {
    const token = tokenAt(plain, at)
    at += token.length
    if (!isImport && !/^@import/i.test(token)) kept.push(cleanToken(token))
    else {
      // What stood before and behind it must not become a word.
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

/** A token that has its end, and leads nowhere else: so what follows it is what it is here. */
function cleanToken(token: string): string {
  if (token.startsWith('/*')) return ' '
  if (/^url\(/i.test(token)) return OWN.test(token) && ENDED_URL.test(token) ? token : 'none'
  if (!/^["']/.test(token)) return token
  return ENDED_TEXT.test(token) && !ADDRESS.test(token) ? token : '""'
}
