import type { Article, Image } from '../model/article.ts'
import { compareText } from '../model/compare-text.ts'
import type { Digest } from '../model/digest.ts'
import { compareProblems, type Problem } from '../model/problem.ts'
import type { Publication } from '../model/publication.ts'
import type { Seed } from '../model/seed.ts'
import type { Site } from '../model/site.ts'
import { completeProblem } from './complete-problem.ts'
import { findClashes, spreadUpdates } from './distinct-articles.ts'
import { type FinishedArticle, finishArticle } from './finish-article.ts'
import { createLibrary, type Library } from './library.ts'
import { parseSeed } from './parse-seed.ts'
import { SITE_PATH, seedKind } from './seed-kind.ts'
import { articleSchema } from './settings/article-settings.ts'
import { type ParsedSite, parseSite } from './settings/site-settings.ts'

/** How a folder is read. */
export interface PublicationOptions {
  /** Used instead of the site's own address. */
  readonly url?: string | undefined
  /** Whether drafts are published too. */
  readonly drafts?: boolean
  readonly digest: Digest
  /** Told of each article that is read, errors or not: a large folder takes a while. */
  readonly onRead?: () => void
}

/** The outcome of reading a folder. */
export interface ParsedPublication {
  /** Absent if any problem is an error. */
  readonly publication?: Publication
  /** All of them, in the order in which they are told. */
  readonly problems: readonly Problem[]
  /** The paths of what is neither article nor shown by one. */
  readonly ignored: readonly string[]
  /** How many drafts were left out. */
  readonly drafts: number
}

/**
 * Reads a folder of articles, whatever the order of its seeds. Every mistake is found in one run: one in a file hides none
 * in another.
 */
export function parsePublication(
  folder: { readonly seeds: readonly Seed[] },
  { url, drafts = false, digest, onRead = () => {} }: PublicationOptions,
): ParsedPublication {
  // macOS may give file names decomposed; ids and links must not depend on it.
  const seeds = folder.seeds
    .map(({ path, bytes }) => ({ path: path.normalize('NFC'), bytes }))
    .sort((a, b) => compareText(a.path, b.path))
  const kinds = Map.groupBy(seeds, ({ path }) => seedKind(path))
  const site = parseSite(kinds.get('settings')?.[0], { url })
  const { timezone } = site.settings
  const context = { schema: articleSchema(timezone), timezone, drafts, digest }
  const parsed = (kinds.get('article') ?? []).map((seed) => {
    const outcome = reading(seed, () => parseSeed(seed, context))
    onRead()
    return outcome
  })
  const manuscripts = parsed.flatMap(({ manuscript }) => manuscript ?? [])

  const library = createLibrary(site.settings, manuscripts, kinds.get('image') ?? [], digest)
  const finished = manuscripts.map((manuscript) =>
    reading(manuscript, () => finishArticle(manuscript, site.settings, library)),
  )
  const articles = finished.map(({ article }) => article)
  const pictures = sitePictures(site, library)
  const problems = [
    ...site.problems,
    ...pictures.problems,
    ...misnamedSettings(seeds),
    ...library.problems(),
    ...parsed.flatMap((seed) => seed.problems),
    ...finished.flatMap((article) => article.problems),
    ...findClashes(articles, new Map(manuscripts.map((manuscript) => [manuscript.path, manuscript]))),
  ]
    .map(completeProblem)
    .sort(compareProblems)

  const assets = library.shown()
  const shown = new Set(assets.map(({ path }) => path))
  const ignored = [...(kinds.get('image') ?? []), ...(kinds.get('other') ?? [])]
    .map(({ path }) => path)
    .filter((path) => !shown.has(path))
    .sort(compareText)
  const rest = { problems, ignored, drafts: parsed.filter(({ isDraft }) => isDraft).length }
  if (problems.some(({ severity }) => severity === 'error')) return rest

  const { icon: _icon, image: _image, ...settings } = site.settings
  const language = settings.language ?? commonestLanguage(articles)
  const completed: Site = { ...settings, ...pictures.images, language }
  return { publication: { site: completed, articles: complete(articles, language), assets }, ...rest }
}

/** Does what reads one file. A mistake of ours must tell which file it was that showed it. */
function reading<Outcome>({ path }: { readonly path: string }, read: () => Outcome): Outcome {
  try {
    return read()
  } catch (cause) {
    throw new Error(`Cannot read ${path}`, { cause })
  }
}

/** Names that the settings of the site are given by mistake. */
const MISNAMED = /^site\.ya?ml$/i

function misnamedSettings(seeds: readonly Seed[]): Problem[] {
  if (seeds.some(({ path }) => path === SITE_PATH)) return []
  const message = `The settings of the site are only read from ${SITE_PATH}. Rename this file to ${SITE_PATH}.`
  return seeds
    .filter(({ path }) => MISNAMED.test(path))
    .map(({ path }) => ({ severity: 'warning', path, message }))
}

/** The newest first; of one instant, in the order of their paths. */
function complete(articles: readonly FinishedArticle[], language: string): Article[] {
  return spreadUpdates(articles)
    .map((article) => ({ ...article, language: article.language ?? language }))
    .sort((a, b) => b.published - a.published || compareText(a.path, b.path))
}

function commonestLanguage(articles: readonly FinishedArticle[]): string {
  const counts = new Map<string, number>()
  for (const { language } of articles) {
    if (language !== undefined) counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  const [commonest] = [...counts].sort(([a, first], [b, second]) => second - first || compareText(a, b))
  return commonest?.[0] ?? 'en'
}

function sitePictures(
  { settings, locate }: ParsedSite,
  library: Library,
): { images: Pick<Site, 'icon' | 'image'>; problems: Problem[] } {
  const problems: Problem[] = []
  const find = (setting: 'icon' | 'image'): Image | undefined => {
    const written = settings[setting]
    const outcome = written && library.picture('', written)
    if (outcome === undefined || 'image' in outcome) return outcome?.image
    problems.push({ severity: 'warning', path: SITE_PATH, ...locate(setting), message: outcome.message })
    return undefined
  }
  const [icon, image] = [find('icon'), find('image')]
  return { images: { ...(icon && { icon }), ...(image && { image }) }, problems }
}
