import { takeFirstHeading } from './html/first-heading.ts'
import { parseHtml } from './html/html-tree.ts'
import { renderMarkdown } from './html/markdown.ts'
import { renderRawHtml } from './html/raw-html.ts'
import { inferTitle } from './prose/infer-title.ts'
import { detectLanguage } from './prose/language.ts'
import type { FoundDate } from './prose/prose-date.ts'
import { type Block, parseRawText } from './prose/raw-text.ts'

/** What the body of an article says by itself. */
export interface Body {
  /** Not sanitised. */
  readonly html: string
  /** Whether the first `<h1>` is the title, and is to be taken out of the HTML. */
  readonly headingIsTitle: boolean
  readonly title?: string
  /** Whether the title is a sentence of the text, or a part of one. */
  readonly titleIsInferred: boolean
  readonly language?: string
  /** A date that a raw text tells. */
  readonly date?: FoundDate
}

/** What the front matter has told already. */
export interface BodyHints {
  readonly title?: string | undefined
  readonly language?: string | undefined
}

/** Reads the body of a seed by the kind that its name tells: Markdown, HTML, or raw text. */
export function parseBody(path: string, text: string, hints: BodyHints): Body {
  if (/\.txt$/i.test(path)) return parseRawBody(text, hints)
  const html = /\.html?$/i.test(path) ? text : renderMarkdown(text)
  // Most articles have a title in their front matter and no `<h1>`: they need not be parsed here.
  if (!/<h1[\s>]/i.test(html)) return { html, headingIsTitle: false, titleIsInferred: false }
  const title = takeFirstHeading(parseHtml(html))?.title
  // Some editors write the title twice; a heading that says something else is part of the text.
  const headingIsTitle = title !== undefined && (hints.title === undefined || hints.title === title)
  return { html, headingIsTitle, titleIsInferred: false, ...(headingIsTitle && { title }) }
}

function parseRawBody(text: string, hints: BodyHints): Body {
  const raw = parseRawText(text)
  const language = hints.language ?? detectLanguage(text)
  const date = raw.date?.date
  const title =
    hints.title ?? raw.title ?? inferTitle(raw.lead, { ...(language && { language }), ...(date && { date }) })
  // A first line that reads as a title is not lost where the front matter has another.
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
