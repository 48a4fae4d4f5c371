import type { Problem } from '../../model/problem.ts'
import type { Digest } from '../../model/runtime.ts'
import type { Seed } from '../../model/seed.ts'
import type { DetectLanguage } from '../prose/language.ts'
import type { FrontMatterKeys } from '../settings/article-settings.ts'
import { readArticleSettings, type Withholding } from '../settings/read-article-settings.ts'
import { CURRENT_RULES, type ReadingRules } from '../settings/reading-rules.ts'
import type { HandedDown } from '../settings/withholding/hand-down.ts'
import { tellPassages } from '../settings/withholding/tell-passages.ts'
import { isInDraftsFolder, isNamedAsNote, titleFromPath } from '../source/article-path.ts'
import { mapControls } from '../source/control-characters.ts'
import { decodeText } from '../source/decode-text.ts'
import { CONFLICT, findConflict } from '../source/find-conflict.ts'
import { type BodyFormat, bodyFormatOf } from './body-formats.ts'
import { chooseSlug } from './choose-slug.ts'
import { chooseTimes } from './choose-times.ts'
import type { ParsedArticle, Report } from './parsed-article.ts'

/** The context that all seeds of a publication share. */
export interface SeedContext {
  /** The keys that front matter may have. */
  readonly keys: FrontMatterKeys
  readonly timezone: string
  /** Whether drafts are published too. */
  readonly drafts: boolean
  readonly digest: Digest
  readonly detectLanguage: DetectLanguage
  /** The notations of bodies, with their parsers. */
  readonly formats: readonly BodyFormat[]
  /** The settings that folders hand down to their articles, by the articles' paths. */
  readonly handedDown: HandedDown
}

/** The outcome of parsing one seed. */
export interface ParsedSeed {
  /** Absent for a draft, and if an error leaves no article. */
  readonly parsedArticle?: ParsedArticle
  /** Whether it is a draft that is left out. */
  readonly isDraft: boolean
  /** The key that withholds the page or its feed entry, if any. */
  readonly withheldBy?: Withholding
  readonly problems: readonly Problem[]
  /** Whether the first rules of reading may read it differently. */
  readonly isReadAnew: boolean
}

/**
 * Parses one seed without the others: its text, its front matter, its body by notation, and the values that it infers
 * because the writer has not given them. Of a draft that is left out it reports nothing, not even its problems.
 */
export function parseSeed(
  seed: Seed,
  { keys, timezone, drafts, digest, detectLanguage, formats, handedDown }: SeedContext,
  rules: ReadingRules = CURRENT_RULES,
): ParsedSeed {
  const { path } = seed
  const format = bodyFormatOf(path, formats)
  const { text: source, problems: textProblems, isGuess = false } = decodeText(seed)
  const { markup } = format
  const reading = readArticleSettings(source, path, {
    keys,
    rules,
    markup,
    inherited: handedDown[path] ?? {},
  })
  const { settings, locate, withheldBy } = reading
  const isKeptByFolder = rules.heedsWishes && isInDraftsFolder(path)
  const isDraft = reading.isDraft || isKeptByFolder
  const isReadAnew = reading.isReadAnew || isKeptByFolder
  const conflict = findConflict(source)
  // Front matter with a merge conflict causes further errors, which would only hide the conflict.
  const mistakes: readonly Problem[] =
    conflict && settings === undefined
      ? [{ severity: 'error', path, ...conflict, message: CONFLICT }]
      : reading.problems
  const problems: Problem[] = isGuess ? [...textProblems] : [...textProblems, ...mistakes]
  if (conflict && settings !== undefined)
    problems.push({ severity: 'error', path, ...conflict, message: CONFLICT })
  if (settings === undefined) return { isDraft: false, problems, isReadAnew }

  const facts = { isReadAnew, ...(withheldBy && { withheldBy }) }
  if (isDraft && !drafts) return { ...facts, isDraft: true, problems: [] }
  if (isGuess) return { ...facts, isDraft, problems }
  const report: Report = (severity, message, position) =>
    problems.push({ severity, path, ...position, message })

  // A withheld article needs no warning about passages that look private.
  if (rules.heedsWishes && !isDraft) problems.push(...tellPassages(path, markup, reading))
  const body = format.parse(mapControls(reading.body), { ...settings, detectLanguage })
  const isNote = markup !== 'none' && (reading.isEmptied('title') || isNamedAsNote(path))
  const title = settings.title ?? body.title ?? (isNote ? '' : titleFromPath(path))
  const chosenSlug = chooseSlug({ path, title, html: body.html, settings, locate }, digest, report)
  const timeSources = {
    path,
    settings,
    locate,
    isDateWritten: reading.isWritten('published'),
    mayBeginWithDate: format.beginsWithDate,
    bodyDate: body.date,
    body: reading.body,
    bodyLine: reading.bodyLine,
  }
  const times = chooseTimes(timeSources, timezone, report)
  // A draft may lack a date. Then a preview does not show it either.
  if (times === undefined) return { ...facts, isDraft, problems: isDraft ? problems.map(onlyWarn) : problems }

  const language = settings.language ?? body.language
  const { html, headingIsTitle } = body
  const titleIsInferred = settings.title === undefined && body.titleIsInferred
  const bodyStart = source.length - reading.body.length
  return {
    parsedArticle: {
      path,
      source,
      bodyStart,
      settings,
      ...(reading.written && { written: reading.written }),
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
    ...facts,
    isDraft: false,
    problems,
  }
}

function onlyWarn(problem: Problem): Problem {
  return { ...problem, severity: 'warning' }
}
