/** The markup of a body. It decides which parts of the body are code. */
export type Markup = 'Markdown' | 'HTML' | 'none'

/** A notation for the bodies of articles. */
export interface BodyNotation {
  readonly name: string
  /** In lower case, without the dot. */
  readonly extensions: readonly string[]
  /** Whether the body may begin with a line that holds its date. */
  readonly beginsWithDate: boolean
  /** The markup. HTML may have a `<head>` with `<meta>` elements for search engines. */
  readonly markup: Markup
}

/** All notations. `body-formats.ts` has the parser of each. */
export const BODY_NOTATIONS = [
  { name: 'Markdown', extensions: ['md', 'markdown'], beginsWithDate: false, markup: 'Markdown' },
  { name: 'HTML', extensions: ['html', 'htm'], beginsWithDate: false, markup: 'HTML' },
  { name: 'raw text', extensions: ['txt'], beginsWithDate: true, markup: 'none' },
] as const satisfies readonly BodyNotation[]

/** The name of a notation. */
export type NotationName = (typeof BODY_NOTATIONS)[number]['name']

/** Finds the notation of a file by its extension, in upper or lower case. Undefined if the file is not an article. */
export function notationOf<Notation extends BodyNotation>(
  path: string,
  notations: readonly Notation[],
): Notation | undefined {
  const dot = path.lastIndexOf('.')
  const extension = path.slice(dot + 1).toLowerCase()
  return dot === -1 ? undefined : notations.find(({ extensions }) => extensions.includes(extension))
}
