import { takeFirstHeading } from '../html/first-heading.ts'
import { parseHtml } from '../html/html-tree.ts'
import { renderMarkdown } from '../html/markdown.ts'
import {
  BODY_NOTATIONS,
  type BodyNotation,
  type NotationName,
  notationOf,
} from '../source/body-extensions.ts'
import type { Body, BodyHints, ParseBody } from './body.ts'
import { parseRawBody } from './raw-body.ts'

/** A notation of bodies with its parser. */
export interface BodyFormat extends BodyNotation {
  readonly parse: ParseBody
}

/** The parser of each notation. TypeScript requires one for every notation. */
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

/** Finds the format of an article by the extension of its file. Throws if the file is not an article. */
export function bodyFormatOf(path: string, formats: readonly BodyFormat[]): BodyFormat {
  const format = notationOf(path, formats)
  if (format === undefined) throw new Error(`No body format has the extension of ${path}`)
  return format
}

/** Parses an HTML body. Its first `<h1>` is the title, unless the front matter has a different one. */
export function parseHtmlBody(html: string, hints: BodyHints): Body {
  // A fast path: most articles have a title in their front matter and no `<h1>`, so this step need not parse them.
  if (!/<h1[\s>]/i.test(html)) return { html, headingIsTitle: false, titleIsInferred: false }
  const title = takeFirstHeading(parseHtml(html))?.title
  // Some editors write the title twice. A heading with other text is part of the content.
  const headingIsTitle = title !== undefined && (hints.title === undefined || hints.title === title)
  return { html, headingIsTitle, titleIsInferred: false, ...(headingIsTitle && { title }) }
}
