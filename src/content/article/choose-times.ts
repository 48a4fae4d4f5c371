import { type Instant, laterOf } from '../../model/instant.ts'
import { dateFromFileName, type FoundDate } from '../prose/prose-date.ts'
import type { ArticleSettings } from '../settings/article-settings.ts'
import { noonOf, type ParsedMoment } from '../settings/parse-moment.ts'
import { type Position, positionAt } from '../source/position.ts'
import type { ParsedArticle, Report } from './parsed-article.ts'

/** The sources of an article's dates. */
export interface TimeSources {
  readonly path: string
  readonly settings: ArticleSettings
  readonly locate: ParsedArticle['locate']
  /** Whether the front matter has a date, valid or not. */
  readonly isDateWritten: boolean
  /** Whether a body in this notation may begin with its date. */
  readonly mayBeginWithDate: boolean
  /** The date in the body of a raw text, and the line where the body begins. */
  readonly bodyDate: FoundDate | undefined
  readonly body: string
  readonly bodyLine: number
}

/** When an article was published and, if the writer says so, last changed. */
export interface ArticleTimes {
  readonly published: Instant
  readonly updated?: Instant
}

/**
 * Chooses when an article was published: by its front matter, or else by the beginning of its text, or else by the name
 * of its file or folder, but never by the file's modification time. Also chooses when it was last changed, if the front
 * matter says so; never before the publication. Undefined if there is no valid date.
 */
export function chooseTimes(
  sources: TimeSources,
  timezone: string,
  report: Report,
): ArticleTimes | undefined {
  const { settings, locate } = sources
  const published = settings.published ?? inferPublished(sources, timezone, report)
  if (published === undefined) return undefined
  const { updated, expires } = settings
  if (updated !== undefined && updated < published) {
    report(
      'warning',
      'The article is updated before it is published. Correct one of the two dates.',
      locate('updated'),
    )
  }
  if (expires !== undefined && expires <= published) {
    report(
      'warning',
      'The article expires before it is published. Correct one of the two dates.',
      locate('expires'),
    )
  }
  return { published, ...(updated !== undefined && { updated: laterOf(updated, published) }) }
}

function inferPublished(sources: TimeSources, timezone: string, report: Report): Instant | undefined {
  const { path, isDateWritten, mayBeginWithDate, bodyDate, body, bodyLine } = sources
  // An invalid date has a message already.
  if (isDateWritten) return undefined
  const fileDate = dateFromFileName(path)
  const written = bodyDate ?? fileDate
  if (written === undefined) {
    const where = mayBeginWithDate
      ? 'Begin the text with date 2026-02-28'
      : 'Write date: 2026-02-28 in the front matter'
    report('error', `There is no date. ${where}, or name the file 2026-02-28-title.`, { line: 1, column: 1 })
    return undefined
  }
  const parsed: ParsedMoment = written.date
    ? noonOf(written.date, timezone)
    : { message: `Cannot read the date "${written.text}": no such day. Write it as 2026-02-28.` }
  if ('moment' in parsed) return parsed.moment
  report('error', parsed.message, bodyDate ? positionInBody(body, bodyDate.at, bodyLine) : undefined)
  return undefined
}

function positionInBody(body: string, offset: number, bodyLine: number): Position {
  const { line, column } = positionAt(body, offset)
  return { line: line + bodyLine - 1, column }
}
