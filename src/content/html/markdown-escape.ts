/**
 * Escapes text so that Markdown (CommonMark with GFM) shows it as it is: emphasis, code, links, pictures, raw HTML,
 * entities, tables, strikethrough, mathematics.
 */
export function escapeMarkdown(text: string): string {
  if (!/[\\`*[\]<>|~&_$]/.test(text)) return text
  return (
    text
      .replaceAll(/[\\`*[\]<>|~]/g, '\\$&')
      .replaceAll(/&(?=#|[a-z])/gi, '\\&')
      // Between two letters an underscore is only itself: `snake_case` stays readable.
      .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      // No mathematics ends there: a sign behind a blank, or before a digit, as in `$5`.
      .replaceAll(/(?<!\s)\$(?!\d)/g, '\\$')
  )
}

/** Escapes what would begin a block at the beginning of a line: a heading, a list, a rule, a table. */
export function escapeLineStarts(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/^(?:[-+=#]|:(?=-))/, '\\$&').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2'))
    .join('\n')
}

/** A code span that holds any text (CommonMark §6.1): fenced by more backticks than it has in a row. */
export function renderCodeSpan(text: string): string {
  const code = inOneLine(text)
  const fence = '`'.repeat(longestRun(code) + 1)
  const pad = /^`|`$|^ .* $/.test(code) ? ' ' : ''
  return code === '' ? '' : fence + pad + code + pad + fence
}

/** Mathematics as it is written, in one line. A blank, which TeX does not show, keeps what follows a `<` from being a tag. */
export function renderMathematics(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/<(?=[A-Za-z/!?])/g, '< ')
}

/** A text with a space for each run of white space that has a line end in it. */
function inOneLine(text: string): string {
  if (!text.includes('\n')) return text
  // By hand: a pattern for white space around a line end would try each blank in a long run of them.
  const lines = text.split('\n')
  const first = (lines.shift() ?? '').trimEnd()
  const last = (lines.pop() ?? '').trimStart()
  const between = lines.map((line) => line.trim()).filter((line) => line !== '')
  return [first, ...between, last].join(' ')
}

/** A fenced code block that holds any text (CommonMark §4.5). */
export function renderCodeBlock(text: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return `${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}`
}

function longestRun(text: string): number {
  let longest = 0
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length)
  return longest
}

/** A URL between the brackets of a link (CommonMark §6.3). */
export function renderDestination(url: string, title: string | undefined): string {
  const safe = url.replaceAll(/[\s<>\\]/g, encodeURIComponent).replaceAll('$', '\\$')
  const destination = /[()]/.test(safe) ? `<${safe}>` : safe
  return title
    ? `${destination} "${title.replaceAll(/\s+/g, ' ').replaceAll(/["\\<&$]/g, '\\$&')}"`
    : destination
}
