/** A place in a file. Line and column begin at 1; columns count UTF-16 code units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Returns the place of an offset in a text. */
export function positionAt(text: string, offset: number): Position {
  let line = 1
  let start = 0
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', start)) {
    line += 1
    start = end + 1
  }
  return { line, column: offset - start + 1 }
}
