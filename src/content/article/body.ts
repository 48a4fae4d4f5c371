import type { DetectLanguage } from '../prose/language.ts'
import type { FoundDate } from '../prose/prose-date.ts'

/** A parsed body, and what its own text says about the article. */
export interface Body {
  /** Not sanitised. */
  readonly html: string
  /** Whether the first `<h1>` is the title and must be taken out of the HTML. */
  readonly headingIsTitle: boolean
  readonly title?: string
  /** Whether the title is a sentence of the text, or a part of one. */
  readonly titleIsInferred: boolean
  readonly language?: string
  /** The date in a raw text. */
  readonly date?: FoundDate
}

/** What the front matter states already, and the detector for a language that it does not state. */
export interface BodyHints {
  readonly title?: string | undefined
  readonly language?: string | undefined
  readonly detectLanguage: DetectLanguage
}

/** Parses the text of a body. Never throws: any text is a body. */
export type ParseBody = (text: string, hints: BodyHints) => Body
