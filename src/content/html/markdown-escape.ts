/**
 * Escapes text so that Markdown (CommonMark with GFM) shows it unchanged: emphasis, code, links, pictures, raw HTML,
 * entities, tables, strikethrough, mathematics.
 */
export function escapeMarkdown(text: string): string {
  if (!/[\\`*[\]<>|~&_$]/.test(text)) return text
  return (
    text
      .replaceAll(/[\\`*[\]<>|~]/g, '\\$&')
      .replaceAll(/&(?=#|[a-z])/gi, '\\&')
      // An underscore between two letters has no effect in Markdown: `snake_case` stays readable.
      .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      // A `$` after white space or before a digit (`$5`) cannot end mathematics.
      .replaceAll(/(?<!\s)\$(?!\d)/g, '\\$')
  )
}

/** Escapes characters that would begin a block at the beginning of a line: a heading, a list, a rule, a table. */
export function escapeLineStarts(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/^(?:[-+=#]|:(?=-))/, '\\$&').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2'))
    .join('\n')
}

/** Renders a code span that holds any text (CommonMark §6.1): its fence has more backticks than any run in the text. */
export function renderCodeSpan(text: string): string {
  const code = inOneLine(text)
  const fence = '`'.repeat(longestRun(code) + 1)
  const pad = /^`|`$|^ .* $/.test(code) ? ' ' : ''
  return code === '' ? '' : fence + pad + code + pad + fence
}

/** Renders mathematics on one line. TeX ignores spaces, so a space after `<` keeps it from beginning a tag. */
export function renderMathematics(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/<(?=[A-Za-z/!?])/g, '< ')
}

/** Replaces each run of white space with a line end in it by one space. */
function inOneLine(text: string): string {
  if (!text.includes('\n')) return text
  // Splits into lines, because a regex for white space around a line end is tried at each space of a long run, at
  // quadratic cost.
  const lines = text.split('\n')
  const first = (lines.shift() ?? '').trimEnd()
  const last = (lines.pop() ?? '').trimStart()
  const between = lines.map((line) => line.trim()).filter((line) => line !== '')
  return [first, ...between, last].join(' ')
}

/** Renders a fenced code block that holds any text (CommonMark §4.5). */
export function renderCodeBlock(text: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return `${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}`
}

function longestRun(text: string): number {
  let longest = 0
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length)
  return longest
}

/** Renders the destination and the title of a link (CommonMark §6.3). */
export function renderDestination(url: string, title: string | undefined): string {
  const safe = url.replaceAll(/[\s<>\\]/g, encodeURIComponent).replaceAll('$', '\\$')
  const destination = /[()]/.test(safe) ? `<${safe}>` : safe
  return title
    ? `${destination} "${title.replaceAll(/\s+/g, ' ').replaceAll(/["\\<&$]/g, '\\$&')}"`
    : destination
}
