import type { Slug } from '../../model/article.ts'
import type { Instant } from '../../model/instant.ts'
import type { Problem } from '../../model/problem.ts'
import type { ArticleSettings } from '../settings/article-settings.ts'
import type { Position } from '../source/position.ts'

/** The facts of a parsed article, without its text. */
export interface ParsedArticleFacts {
  readonly path: string
  /** The offset in `source` at which the body begins. */
  readonly bodyStart: number
  /** The settings of the front matter, with their control characters mapped. */
  readonly settings: ArticleSettings
  /** The same settings as written, if they differ. The digest is made from them. */
  readonly written?: ArticleSettings
  /** Whether the first `<h1>` of the HTML is the title and must be taken out. */
  readonly headingIsTitle: boolean
  /** Empty if there is no title. */
  readonly title: string
  /** Whether the title is a sentence of the text, or a part of one. */
  readonly titleIsInferred: boolean
  readonly slug: Slug
  /** Whether the writer has chosen the slug. Otherwise it was made from text that may change. */
  readonly slugIsWritten: boolean
  /** The slug that is made without the writer's choice. */
  readonly inferredSlug: Slug
  /** Whether it is a draft, which only a preview shows. */
  readonly isDraft: boolean
  /** From the front matter, or found while the title was inferred. */
  readonly language?: string
  readonly published: Instant
  /** From the front matter. */
  readonly updated?: Instant
}

/** An article without its resolved references, which need all other articles. */
export interface ParsedArticle extends ParsedArticleFacts {
  /** The whole text of the seed, in which places are located. */
  readonly source: string
  /** Finds where a setting is written in the file, or a value within it by further keys. Undefined if it is not written. */
  readonly locate: (setting: string, inner?: readonly PropertyKey[]) => Position | undefined
  /** The body as HTML, not sanitised. */
  readonly html: string
}

/** Records a problem of the file that is being read. */
export type Report = (severity: Problem['severity'], message: string, position?: Position) => void
