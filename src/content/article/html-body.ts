import { takeFirstHeading } from '../html/first-heading.ts'
import { parseHtml } from '../html/html-tree.ts'
import type { Body, BodyHints } from './body.ts'

/** Reads a body of HTML. Its first `<h1>` is the title, unless the front matter has another. */
export function parseHtmlBody(html: string, hints: BodyHints): Body {
  // Most articles have a title in their front matter and no `<h1>`: they need not be parsed here.
  if (!/<h1[\s>]/i.test(html)) return { html, headingIsTitle: false, titleIsInferred: false }
  const title = takeFirstHeading(parseHtml(html))?.title
  // Some editors write the title twice; a heading that says something else is part of the text.
  const headingIsTitle = title !== undefined && (hints.title === undefined || hints.title === title)
  return { html, headingIsTitle, titleIsInferred: false, ...(headingIsTitle && { title }) }
}
