import { renderRawHtml } from '../html/raw-html.ts'
import { inferTitle } from '../prose/infer-title.ts'
import { type Block, parseRawText } from '../prose/raw-text.ts'
import type { Body, BodyHints } from './body.ts'

/** Parses a body without markup. Its date, title and language are inferred from its words. */
export function parseRawBody(text: string, hints: BodyHints): Body {
  const raw = parseRawText(text)
  const language = hints.language ?? hints.detectLanguage(text)
  const date = raw.date?.date
  const title =
    hints.title ?? raw.title ?? inferTitle(raw.lead, { ...(language && { language }), ...(date && { date }) })
  // If the front matter has another title, the first line stays as a heading.
  const heading: Block[] =
    raw.title === undefined || raw.title === title ? [] : [{ kind: 'heading', text: raw.title }]
  return {
    html: renderRawHtml([...heading, ...raw.blocks]),
    headingIsTitle: false,
    titleIsInferred: (hints.title ?? raw.title) === undefined && title !== '',
    ...(title !== '' && { title }),
    ...(language && { language }),
    ...(raw.date && { date: raw.date }),
  }
}
