import { isBinding } from '../../ledger/begin-ledger.ts'
import { guardLedger } from '../../ledger/guard.ts'
import type { NewlyWithheld } from '../../ledger/guards/guard-context.ts'
import { LEDGER_PATH } from '../../ledger/ledger-codec.ts'
import { momentOfChange } from '../../ledger/ledger-time.ts'
import type { ArticleContent } from '../../model/article.ts'
import type { Asset } from '../../model/asset.ts'
import { compareText } from '../../model/compare-text.ts'
import { type Instant, laterOf } from '../../model/instant.ts'
import type { Ledger } from '../../model/ledger.ts'
import { compareProblems, type Problem } from '../../model/problem.ts'
import type { Publication } from '../../model/publication.ts'
import type { Seed } from '../../model/seed.ts'
import type { Finished } from '../article/finish-article.ts'
import type { ParsedArticle } from '../article/parsed-article.ts'
import type { ReadSeed } from '../article/read-seed.ts'
import type { ParsedSite, SiteSettings } from '../settings/site-settings.ts'
import { isInDraftsFolder } from '../source/article-path.ts'
import type { Position } from '../source/position.ts'
import { type SeedKind, SITE_PATH, seedKind } from '../source/seed-kind.ts'
import { completePublication } from './complete-publication.ts'
import { findLostAddresses } from './find-lost-addresses.ts'
import { findTranslationClashes } from './find-translation-clashes.ts'
import type { IdentifiedArticles } from './identify-articles.ts'
import { assetSeeds, type IdentifiedFolder, type OpenFolder, type PublicationOptions } from './open-folder.ts'
import { siteDigest } from './site-digest.ts'
import { atSiteFile, tellSiteFiles, tellText } from './site-files.ts'
import { sitePictures } from './site-pictures.ts'

/** The outcome of reading a folder. */
export interface ParsedPublication<Content = ArticleContent> {
  /** Absent if any problem is an error. */
  readonly publication?: Publication<Content>
  /** The ledger of what subscribers have, and the ledger after this publication. Present if the publication is. */
  readonly ledger?: { readonly before?: Ledger; readonly after: Ledger }
  /** All problems, in the order in which they are printed. */
  readonly problems: readonly Problem[]
  /** The paths of files that are neither articles nor shown by one. */
  readonly ignored: readonly string[]
  /** The paths of drafts that were left out. */
  readonly drafts: readonly string[]
}

/** Makes a publication from its finished articles, and collects all problems. */
export function completeParsing<Content extends object>(
  folder: IdentifiedFolder,
  finished: readonly Finished<Content>[],
  { at, guarded = true, committed, digest }: PublicationOptions,
): ParsedPublication<Content> {
  const { kinds, site, folders, read, parsedArticles, known, referenceIndex } = folder
  const { settings } = site
  const pictures = sitePictures(site, referenceIndex)
  const assets = referenceIndex.shown()
  const problems = [
    ...site.problems,
    ...folders.problems,
    ...pictures.problems,
    ...tellSiteFiles(kinds),
    ...referenceIndex.problems(),
    ...read.flatMap((seed) => tellText(seed.path, seed.problems)),
    ...known.problems,
    ...finished.flatMap((article) => article.problems),
    ...findTranslationClashes(
      finished.map(({ facts }) => facts),
      settings.language,
      parsedArticles,
    ),
    ...findLostAddresses({ finished, assets, terms: known.after.terms }, parsedArticles),
  ]

  const left = read.filter(({ isDraft }) => isDraft).map(({ path }) => path)
  const rest = { ignored: unused(kinds, assets, folders.read), drafts: left }
  if (problems.some(({ severity }) => severity === 'error'))
    return { problems: inOrder(problems, folder), ...rest }

  const { before, withdrawals } = known
  const { terms, year } = known.after
  const parts = { at, year, settings, pictures: pictures.images, finished, assets, terms, withdrawals }
  const complete = completePublication({ ...parts, settings: keepLanguage(settings, finished, before) })
  const told = siteDigest(complete.site, pictures.told, digest)
  const isOther = before !== undefined && before.site !== told
  const since = (changed: Instant) => (isOther ? laterOf(momentOfChange(before, at), changed) : changed)
  const publication = { ...complete, changed: since(known.changed) }
  const { title, language } = publication.site
  const feed = { url: settings.url, title, language }
  const changed = since(known.after.changed)
  const after: Ledger = { ...known.after, feed, changed, site: told, terms: publication.terms }
  const locate = settingLocator(site, known.places, parsedArticles)
  const guarding = {
    ...{ before, after, publication, at, locate, drafts: left },
    newlyWithheld: findNewlyWithheld(read),
    committed: committed && isBinding(committed, [settings.url, site.ownUrl]) ? committed : undefined,
    inferredSlugs: new Map(parsedArticles.map(({ path, inferredSlug }) => [path, inferredSlug])),
  }
  const stops = guarded ? guardLedger(guarding) : []
  return {
    publication,
    ledger: { ...(before && { before }), after },
    problems: inOrder([...problems, ...stops], folder),
    ...rest,
  }
}

/** Keeps the language of the ledger if there are no articles to guess it from and no setting names it. */
function keepLanguage(
  settings: SiteSettings,
  articles: readonly unknown[],
  before: Ledger | undefined,
): SiteSettings {
  const isKnown = articles.length === 0 && before !== undefined && before.entries.length > 0
  return isKnown ? { language: before.feed.language, ...settings } : settings
}

/** Returns the paths of files that are neither read nor shown, without those in folders of drafts. */
function unused(
  kinds: ReadonlyMap<SeedKind, readonly Seed[]>,
  assets: readonly Asset[],
  read: readonly string[],
): readonly string[] {
  const used = new Set([...assets.map(({ path }) => path), ...read])
  return [...assetSeeds(kinds), ...(kinds.get('defaults') ?? []), ...(kinds.get('other') ?? [])]
    .map(({ path }) => path)
    .filter((path) => !used.has(path) && !isInDraftsFolder(path))
    .sort(compareText)
}

function inOrder(problems: readonly Problem[], { seeds, kinds }: OpenFolder): readonly Problem[] {
  const there = new Set(seeds.map(({ path }) => path))
  return atSiteFile(problems, kinds)
    .map((problem) => completeProblem(problem, there.has(problem.path)))
    .sort(compareProblems)
}

/**
 * Prepares a problem for printing: its message is one line without control characters, and it has a place. A problem of
 * a whole text is placed at its beginning. Pictures, media and missing files have no lines.
 */
export function completeProblem(problem: Problem, isThere: boolean): Problem {
  const message = problem.message.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
  const kind = seedKind(problem.path)
  const beginning = !isThere || kind === 'image' || kind === 'media' ? {} : { line: 1, column: 1 }
  return { ...beginning, ...problem, message }
}

/**
 * Finds files that are withheld now, at once or from a later moment on, but were published by the first rules of
 * reading.
 */
export function findNewlyWithheld(read: readonly ReadSeed[]): readonly NewlyWithheld[] {
  return read.flatMap((seed): NewlyWithheld[] => {
    const { path, isDraft, wasPublic, candidate, parsedArticle, withheldBy } = seed
    const earlier = candidate?.earlier?.find(({ rules }) => rules === 1)
    if (earlier && candidate?.expires !== undefined && earlier.expires === undefined) {
      const position = parsedArticle?.locate('expires')
      return [{ path, key: 'a date at which it expires', keeps: 'page', ...(position && { position }) }]
    }
    const isOutOfFeeds = candidate?.inFeeds === false && earlier?.inFeeds === true
    if (!(isDraft && wasPublic) && !isOutOfFeeds) return []
    const key = withheldBy === undefined ? 'the folder of drafts' : `"${withheldBy.key}"`
    const { position } = withheldBy ?? {}
    return [{ path, key, keeps: isDraft ? 'page' : 'entry', ...(position && { position }) }]
  })
}

/** Finds where a setting is written in a file, or the line of an id in the ledger. */
export type SettingLocator = (path: string, setting: string) => Position | undefined

/** Makes the locator for the settings of a folder. */
export function settingLocator(
  site: Pick<ParsedSite, 'locate'>,
  places: IdentifiedArticles['places'],
  parsedArticles: readonly Pick<ParsedArticle, 'path' | 'locate'>[],
): SettingLocator {
  const byPath = new Map(parsedArticles.map((parsedArticle) => [parsedArticle.path, parsedArticle]))
  return (path, setting) => {
    if (path === SITE_PATH) return site.locate(setting)
    return path === LEDGER_PATH ? places.get(setting) : byPath.get(path)?.locate(setting)
  }
}
