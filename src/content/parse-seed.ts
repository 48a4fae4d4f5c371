import type { Digest } from '../model/digest.ts'
import type { Problem } from '../model/problem.ts'
import type { Seed } from '../model/seed.ts'
import { titleFromPath } from './article-path.ts'
import { chooseSlug } from './choose-slug.ts'
import { chooseTimes } from './choose-times.ts'
import { decodeText } from './decode-text.ts'
import { CONFLICT, findConflict } from './find-conflict.ts'
import type { Manuscript, Report } from './manuscript.ts'
import { parseBody } from './parse-body.ts'
import type { ArticleSchema } from './settings/article-settings.ts'
import { parseFrontMatter } from './settings/front-matter.ts'
import { ARTICLE_NAMES } from './settings/known-keys.ts'
import { parseSettings } from './settings/parse-settings.ts'

/** What is the same for all seeds of a publication. */
export interface SeedContext {
  readonly schema: ArticleSchema
  readonly timezone: string
  /** Whether drafts are published too. */
  readonly drafts: boolean
  readonly digest: Digest
}

/** The outcome of reading one seed. */
export interface ParsedSeed {
  /** Absent for a draft, and where a mistake leaves no article. */
  readonly manuscript?: Manuscript
  /** Whether it is a draft that is left out. */
  readonly isDraft: boolean
  readonly problems: readonly Problem[]
}

/**
 * Reads one seed as far as it can be read alone: its text, its front matter, its body by kind, and what is inferred where
 * the writer has left it out. Of a draft that is left out nothing is told, not even its mistakes.
 */
export function parseSeed(seed: Seed, { schema, timezone, drafts, digest }: SeedContext): ParsedSeed {
  const { path } = seed
  const { text: source, problems: textProblems } = decodeText(seed)
  const front = parseFrontMatter(source, path)
  const conflict = findConflict(source)
  // Front matter of two sides is no mistake of its own.
  const syntax: readonly Problem[] = conflict
    ? [{ severity: 'error', path, ...conflict, message: CONFLICT }]
    : front.problems
  const problems: Problem[] = [...textProblems, ...syntax]
  if (front.settings === undefined) return { isDraft: false, problems }

  const {
    values: settings,
    locate,
    problems: mistakes,
  } = parseSettings(front.settings, schema, ARTICLE_NAMES, path)
  const isDraft = (settings.draft ?? false) || settings.visible === false
  if (isDraft && !drafts) return { isDraft: true, problems: [] }
  for (const mistake of mistakes) problems.push(mistake)
  const report: Report = (severity, message, position) =>
    problems.push({ severity, path, ...position, message })

  const body = parseBody(path, front.body, settings)
  const title = settings.title ?? body.title ?? titleFromPath(path)
  const chosenSlug = chooseSlug({ path, title, settings, locate }, digest, report)
  const timeSources = {
    path,
    settings,
    locate,
    bodyDate: body.date,
    body: front.body,
    bodyLine: front.bodyLine,
  }
  const times = chooseTimes(timeSources, timezone, report)
  if (times === undefined) return { isDraft: false, problems }

  const language = settings.language ?? body.language
  const { html, headingIsTitle } = body
  const titleIsInferred = settings.title === undefined && body.titleIsInferred
  const bodyStart = source.length - front.body.length
  return {
    manuscript: {
      path,
      source,
      bodyStart,
      settings,
      locate,
      html,
      headingIsTitle,
      title,
      titleIsInferred,
      ...chosenSlug,
      isDraft,
      ...times,
      ...(language && { language }),
    },
    isDraft: false,
    problems,
  }
}
