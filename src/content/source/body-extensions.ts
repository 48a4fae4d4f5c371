/** What a body is marked up by, which decides what in it is code. */
export type Markup = 'Markdown' | 'HTML' | 'none'

/** How the body of an article may be written. */
export interface BodyNotation {
  readonly name: string
  /** In lower case, without the dot. */
  readonly extensions: readonly string[]
  /** Whether the body itself may begin with the line of its date. */
  readonly beginsWithDate: boolean
  /** What marks it up. HTML may have a `<head>`, in which `<meta>` speaks to search engines. */
  readonly markup: Markup
}

/** The notations that are read. `body-formats.ts` has the parser of each. */
export const BODY_NOTATIONS = [
  { name: 'Markdown', extensions: ['md', 'markdown'], beginsWithDate: false, markup: 'Markdown' },
  { name: 'HTML', extensions: ['html', 'htm'], beginsWithDate: false, markup: 'HTML' },
  { name: 'raw text', extensions: ['txt'], beginsWithDate: true, markup: 'none' },
] as const satisfies readonly BodyNotation[]

/** The name of a notation that is read. */
export type NotationName = (typeof BODY_NOTATIONS)[number]['name']

/** The notation of a file by its extension, in whatever case; undefined where the file is no article. */
export function notationOf<Notation extends BodyNotation>(
  path: string,
  notations: readonly Notation[],
): Notation | undefined {
  const dot = path.lastIndexOf('.')
  const extension = path.slice(dot + 1).toLowerCase()
  return dot === -1 ? undefined : notations.find(({ extensions }) => extensions.includes(extension))
}
