/** The cells of the rows of a page's table, which is the one with this head. Throws where the page has no such table. */
export function tableUnder(page: string, head: string): readonly (readonly string[])[] {
  const [, rows] = page.split(`${head}\n`)
  if (rows === undefined) throw new Error(`No table has the head ${head}`)
  const table = rows.split('\n\n', 1)[0] ?? ''
  return table
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((row) => row.split('|').map((cell) => cell.trim()))
    .map((cells) => cells.slice(1, -1))
}

/** What a text sets as code. */
export function codeIn(text = ''): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)
}
