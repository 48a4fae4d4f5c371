import { renderMarkdown } from '../html/markdown.ts'
import {
  BODY_NOTATIONS,
  type BodyNotation,
  type NotationName,
  notationOf,
} from '../source/body-extensions.ts'
import type { ParseBody } from './body.ts'
import { parseHtmlBody } from './html-body.ts'
import { parseRawBody } from './raw-body.ts'

/** A notation of bodies with its parser. */
export interface BodyFormat extends BodyNotation {
  readonly parse: ParseBody
}

/** The parser of each notation. A notation without one does not compile. */
const PARSERS: Readonly<Record<NotationName, ParseBody>> = {
  Markdown: (text, hints) => parseHtmlBody(renderMarkdown(text), hints),
  HTML: parseHtmlBody,
  'raw text': parseRawBody,
}

/** The formats in which articles are read. */
export const BODY_FORMATS: readonly BodyFormat[] = BODY_NOTATIONS.map((notation) => ({
  ...notation,
  parse: PARSERS[notation.name],
}))

/** The format of an article by the extension of its file. Throws for a file that is no article. */
export function bodyFormatOf(path: string, formats: readonly BodyFormat[]): BodyFormat {
  const format = notationOf(path, formats)
  if (format === undefined) throw new Error(`No body format has the extension of ${path}`)
  return format
}
