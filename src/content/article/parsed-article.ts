import type { Slug } from '../../model/article.ts'
import type { Instant } from '../../model/instant.ts'
import type { Problem } from '../../model/problem.ts'
import type { ArticleSettings } from '../settings/article-settings.ts'
import type { Position } from '../source/position.ts'

/** What is known of a parsed article without its text at hand. */
export interface ParsedArticleFacts {
  readonly path: string
  /** The offset in `source` from which on it is the body. */
  readonly bodyStart: number
  /** What the front matter says. */
  readonly settings: ArticleSettings
  /** Whether the first `<h1>` of the HTML is the title, and is to be taken out. */
  readonly headingIsTitle: boolean
  /** Empty where it has none. */
  readonly title: string
  /** Whether the title is a sentence of the text, or a part of one. */
  readonly titleIsInferred: boolean
  readonly slug: Slug
  /** Whether the writer has chosen the slug; else it was made from what may change. */
  readonly slugIsWritten: boolean
  /** The one that is made where the writer has chosen none. */
  readonly inferredSlug: Slug
  /** Whether it is a draft, and only shown to those who ask for drafts. */
  readonly isDraft: boolean
  /** As the front matter says, or found while the title was made. */
  readonly language?: string
  readonly published: Instant
  /** As the front matter says. */
  readonly updated?: Instant
}

/** An article of which all is known but what its references lead to: for that, the others must be known as well. */
export interface ParsedArticle extends ParsedArticleFacts {
  /** The whole text of the seed, in which places are looked for. */
  readonly source: string
  /** Where in the file a setting is written, if it is, or what it holds under further keys. */
  readonly locate: (setting: string, inner?: readonly PropertyKey[]) => Position | undefined
  /** The body as HTML, not sanitised. */
  readonly html: string
}

/** Notes a problem of the file that is being read. */
export type Report = (severity: Problem['severity'], message: string, position?: Position) => void
