import type { Problem } from '../../model/problem.ts'
import { dateFromFileName } from '../prose/prose-date.ts'
import { isInDraftsFolder } from '../source/article-path.ts'
import type { Markup } from '../source/body-extensions.ts'
import type { Position } from '../source/position.ts'
import type { ArticleSchema, ArticleSettings, FrontMatterKeys } from './article-settings.ts'
import { foldKeys, hasFoldedKeys } from './fold-keys.ts'
import { type FrontMatter, parseFrontMatter } from './front-matter.ts'
import { inheritSettings } from './inherit-settings.ts'
import { isArticleKey } from './known-keys.ts'
import { parseMoment } from './parse-moment.ts'
import { parseSettings, type ReadSettings } from './parse-settings.ts'
import { beginsWithFence, type ReadingRules } from './reading-rules.ts'
import { type SettingsSource, withShownTexts } from './settings-source.ts'
import { isLabelled, isMarked, markOfPath } from './withholding/marks.ts'
import {
  type DateContext,
  isSettled,
  type KeyPath,
  readWishes,
  type Wishes,
} from './withholding/read-wishes.ts'
import { findLeadMark, findMetaWish, findWrittenWish } from './withholding/written-wishes.ts'

/** The settings at the beginning of an article's text, and the body after them. */
export interface ArticleReading extends Pick<FrontMatter, 'body' | 'bodyLine'> {
  /** Absent if the front matter cannot be parsed. */
  readonly settings?: ArticleSettings
  /** The same settings as written. Absent if they are the same as `settings`. */
  readonly written?: ArticleSettings
  readonly locate: ReadSettings<ArticleSchema>['locate']
  readonly isWritten: ReadSettings<ArticleSchema>['isWritten']
  readonly isEmptied: ReadSettings<ArticleSchema>['isEmptied']
  /** Whether anything withholds the page. */
  readonly isDraft: boolean
  /** The key that withholds the page or its feed entry, and its place. Absent if none does. */
  readonly withheldBy?: Withholding
  readonly problems: readonly Problem[]
  /** Whether earlier rules may read the text differently. */
  readonly isReadAnew: boolean
}

/** The reason why an article is withheld. */
export interface Withholding {
  /** The key as a message names it: `build.render`. */
  readonly key: string
  readonly keeps: 'page' | 'entry'
  readonly position?: Position
}

/** The context in which settings are read. */
export interface ArticleReader {
  readonly keys: FrontMatterKeys
  readonly rules: ReadingRules
  /** The markup of the body. */
  readonly markup: Markup
  /** The settings that folders hand down to the article, with names in lower case. */
  readonly inherited: Readonly<Record<string, unknown>>
}

/** Reads the settings of an article by a version of the rules. */
export function readArticleSettings(
  text: string,
  path: string,
  { keys, rules, markup, inherited }: ArticleReader,
): ArticleReading {
  const front = parseFrontMatter(text, path, rules.find)
  const { body, bodyLine } = front
  if (front.settings === undefined) {
    const { problems } = front
    const nothing = { locate: () => undefined, isWritten: () => false, isEmptied: () => false }
    return { ...nothing, body, bodyLine, problems, isDraft: false, isReadAnew: false }
  }
  const folded = rules.isCaseless ? foldKeys(front.settings) : { source: front.settings, problems: [] }
  const source = rules.heedsWishes ? inheritSettings(folded.source, inherited) : folded.source
  const wishes = rules.heedsWishes
    ? readWishes(source, isArticleKey, dateContext(source, path, keys))
    : NO_WISHES
  const names = rules.isCaseless ? keys.caselessNames : keys.names
  const ignored = new Set([...(names.ignored ?? []), ...wishes.unclear.flatMap(([name]) => name ?? [])])
  const shown = withShownTexts(source)
  const read = parseSettings(shown, keys.schema, { ...names, ignored }, path)
  const { locate, isWritten, isEmptied } = read
  const values = knownValues(read.values, rules)
  const isDraft = wishes.page !== undefined || (values.draft ?? false) || values.visible === false
  // A withheld article needs no question about unclear settings.
  const isAsked = rules.heedsWishes && !isDraft && !isSettled(source) && !isInDraftsFolder(path)
  const unclear = isAsked ? tellUnclear(wishes, { source, text, body, bodyLine, path, markup }) : []
  const isEntryKept = wishes.entry !== undefined || values.feed === false
  const writtenValues = (): ArticleSettings => {
    const written = knownValues(parseSettings(source, keys.schema, names, path).values, rules)
    return isEntryKept ? { ...written, feed: false } : written
  }
  const syntax = folded.problems.map(({ position, ...problem }) => ({ path, ...position, ...problem }))
  const key = wishes.page ?? wishes.entry
  const isMoved = front.found !== 'none' && !beginsWithFence(text)
  return {
    body,
    bodyLine,
    settings: isEntryKept ? { ...values, feed: false } : values,
    ...(shown !== source && { written: writtenValues() }),
    locate,
    isWritten,
    isEmptied,
    isDraft,
    ...(key && { withheldBy: { ...withholding(key, source), keeps: wishes.page ? 'page' : 'entry' } }),
    problems: [...front.problems, ...syntax, ...unclear, ...read.problems],
    isReadAnew:
      isMoved || read.values.link !== undefined || key !== undefined || hasFoldedKeys(front.settings.data),
  }
}

/** The values that some rules know. */
function knownValues({ link, ...known }: ArticleSettings, { knowsLinks }: ReadingRules): ArticleSettings {
  return link !== undefined && knowsLinks ? { ...known, link } : known
}

const NO_WISHES: Wishes = { unclear: [] }

function withholding(keys: KeyPath, source: SettingsSource): Pick<Withholding, 'key' | 'position'> {
  const position = source.locate(keys, 'name')
  return { key: nameOf(keys, source), ...(position && { position }) }
}

/** An article, with the parts that may mark it as not for everyone. */
interface Marked extends Pick<ArticleReading, 'body' | 'bodyLine'> {
  readonly source: SettingsSource
  readonly text: string
  readonly path: string
  readonly markup: Markup
}

const MEND = 'Write draft: true to keep the article back, or draft: false to publish it.'

/** Reports everything that may be meant to withhold the article but is not understood. */
function tellUnclear(wishes: Wishes, article: Marked): readonly Problem[] {
  const { source, body, path } = article
  const { title } = source.data
  const isTitleMarked = typeof title === 'string' && (isMarked(title) || isLabelled(title, body))
  const keys = [...wishes.unclear, ...(isTitleMarked ? [['title']] : [])]
  return [...keys.map((each) => tellKey(each, source, path)), ...tellWritten(article)]
}

function tellKey(keys: KeyPath, source: SettingsSource, path: string): Problem {
  const told = `"${nameOf(keys, source)}" may mean that this is not for everybody, and we do not know it.`
  const mend =
    'Write draft: true to keep the article back, feed: false to keep it out of feeds, or draft: false to publish it.'
  return { severity: 'stop', path, ...source.locate(keys, 'name'), message: `${told} ${mend}` }
}

/** Reports a mark in the path, above the settings or in the text. */
function tellWritten({ source, text, body, bodyLine, path, markup }: Marked): readonly Problem[] {
  const { title } = source.data
  const mark = markOfPath(path, typeof title === 'string' ? title : body)
  if (mark !== undefined) {
    const told = `"${mark}" in the path may mean that this is not for everybody.`
    return [{ severity: 'stop', path, line: 1, column: 1, message: `${told} ${MEND}` }]
  }
  const lead = findLeadMark(text, bodyLine)
  const below = findWrittenWish(body) ?? (markup === 'HTML' ? findMetaWish(body) : undefined)
  const wish = lead ?? (below && { ...below, line: below.line + bodyLine - 1 })
  if (wish === undefined) return []
  const told = `"${wish.key}" stands in the text, and may mean that this is not for everybody.`
  const mend = 'Write it in front matter to keep the article back, or draft: false there to publish it.'
  return [{ severity: 'stop', path, line: wish.line, column: 1, message: `${told} ${mend}` }]
}

function nameOf(keys: KeyPath, source: SettingsSource): string {
  return (source.spell?.(keys) ?? keys).map(String).join('.')
}

/** Compares moments with the article's written date, at which a schedule ends, or else with the date of the file's name. */
function dateContext(
  { data }: SettingsSource,
  path: string,
  { caselessNames }: FrontMatterKeys,
): DateContext {
  const written = caselessNames.names.published
    .map((name) => data[name])
    .find((value) => typeof value === 'string' && /\d/.test(value))
  const ofFile = dateFromFileName(path)?.text
  const date = typeof written === 'string' ? written : ofFile
  return {
    isDated: typeof written === 'string',
    isAhead: (moment) => date === undefined || dayOf(moment) > dayOf(date),
  }
}

/** Converts a day into a number that orders days. Only the year given: its first day. */
function dayOf(written: string): number {
  const parsed = parseMoment(written, 'UTC')
  if ('moment' in parsed) return parsed.moment
  const [year = '9999'] = /\d{4}/.exec(written) ?? []
  return Date.UTC(Number(year), 0)
}
