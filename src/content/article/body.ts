import type { FoundDate } from '../prose/prose-date.ts'

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

/** Reads the text of a body. It never throws: any text is a body. */
export type ParseBody = (text: string, hints: BodyHints) => Body
