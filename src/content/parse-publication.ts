import { isBinding } from '../ledger/begin-ledger.ts'
import { guardLedger } from '../ledger/guard.ts'
import type { Asset } from '../model/asset.ts'
import { compareText } from '../model/compare-text.ts'
import type { Digest } from '../model/digest.ts'
import { type Instant, laterOf } from '../model/instant.ts'
import type { Ledger } from '../model/ledger.ts'
import { compareProblems, type Problem } from '../model/problem.ts'
import type { Publication } from '../model/publication.ts'
import type { Seed } from '../model/seed.ts'
import { completeProblem } from './complete-problem.ts'
import { completePublication } from './complete-publication.ts'
import { findTranslationClashes } from './find-translation-clashes.ts'
import { finishArticle } from './finish-article.ts'
import { identifyManuscripts } from './identify-manuscripts.ts'
import { createLibrary } from './library.ts'
import { settingLocator } from './locate-setting.ts'
import { parseSeed } from './parse-seed.ts'
import { readingFile } from './reading-file.ts'
import { type SeedKind, SITE_PATH, seedKind } from './seed-kind.ts'
import { articleSchema } from './settings/article-settings.ts'
import { parseSite, type SiteSettings } from './settings/site-settings.ts'
import { siteDigest } from './site-digest.ts'
import { sitePictures } from './site-pictures.ts'

/** How a folder is read. */
export interface PublicationOptions {
  /** The moment of the publication: what is dated later is still to come. */
  readonly at: Instant
  /** Used instead of the site's own address. */
  readonly url?: string | undefined
  /** Whether drafts are published too, marked as such and outside of the ledger. */
  readonly drafts?: boolean
  /** Whether all is told that would harm those who have subscribed, as is usual: a preview harms nobody. */
  readonly guarded?: boolean
  /** The ledger that everybody has, in version control: nothing that it knows is to be forgotten. */
  readonly committed?: Ledger | undefined
  readonly digest: Digest
  /** Told of each article that is read, errors or not: a large folder takes a while. */
  readonly onRead?: () => void
}

/** The outcome of reading a folder. */
export interface ParsedPublication {
  /** Absent if any problem is an error. */
  readonly publication?: Publication
  /** What subscribers have been given and what they would be given, present when the publication is. */
  readonly ledger?: { readonly before?: Ledger; readonly after: Ledger }
  /** All of them, in the order in which they are told. */
  readonly problems: readonly Problem[]
  /** The paths of what is neither article nor shown by one. */
  readonly ignored: readonly string[]
  /** The paths of the drafts that were left out. */
  readonly drafts: readonly string[]
}

/**
 * Reads a folder of articles, whatever the order of its seeds. Every mistake is found in one run: one in a file hides none
 * in another.
 */
export function parsePublication(
  folder: { readonly seeds: readonly Seed[] },
  { at, url, drafts = false, guarded = true, committed, digest, onRead = () => {} }: PublicationOptions,
): ParsedPublication {
  const seeds = inPathOrder(folder.seeds)
  const kinds = Map.groupBy(seeds, ({ path }) => seedKind(path))
  const site = parseSite(kinds.get('settings')?.[0], { url })
  const { settings } = site
  const { timezone } = settings
  const context = { schema: articleSchema(timezone), timezone, drafts, digest }
  const parsed = (kinds.get('article') ?? []).map((seed) => {
    const outcome = readingFile(seed, () => parseSeed(seed, context))
    onRead()
    return { path: seed.path, ...outcome }
  })
  const manuscripts = parsed.flatMap(({ manuscript }) => manuscript ?? [])

  const urls = [settings.url, site.ownUrl]
  const identifying = { site: settings, urls, at, digest }
  const known = identifyManuscripts(manuscripts, kinds.get('ledger')?.[0], identifying)
  const named = manuscripts.flatMap((manuscript) => {
    const identity = known.identities.get(manuscript.path)
    return identity === undefined ? [] : { manuscript, identity, path: manuscript.path, slug: identity.slug }
  })
  const library = createLibrary(settings, named, assetSeeds(kinds), digest)
  const finished = named.map(({ manuscript, identity }) =>
    readingFile(manuscript, () => finishArticle(manuscript, identity, settings, library)),
  )
  const pictures = sitePictures(site, library)
  const problems = [
    ...site.problems,
    ...pictures.problems,
    ...misnamedSettings(seeds),
    ...library.problems(),
    ...parsed.flatMap((seed) => seed.problems),
    ...known.problems,
    ...finished.flatMap((article) => article.problems),
    ...findTranslationClashes(
      finished.map(({ article }) => article),
      settings.language,
      manuscripts,
    ),
  ]

  const assets = library.shown()
  const left = parsed.filter(({ isDraft }) => isDraft).map(({ path }) => path)
  const rest = { ignored: unused(kinds, assets), drafts: left }
  if (problems.some(({ severity }) => severity === 'error'))
    return { problems: inOrder(problems, seeds), ...rest }

  const { before, withdrawals } = known
  const { slices } = known.after
  const articles = finished.map(({ article }) => article)
  const parts = { at, settings, pictures: pictures.images, articles, assets, slices, withdrawals }
  const complete = completePublication({ ...parts, settings: keepLanguage(settings, articles, before) })
  const told = siteDigest(complete.site, digest)
  const isOther = before !== undefined && before.site !== told
  const since = (changed: Instant) => (isOther ? laterOf(at, changed) : changed)
  const publication = { ...complete, changed: since(known.changed) }
  const { title, language } = publication.site
  const feed = { url: settings.url, title, language }
  const changed = since(known.after.changed)
  const after: Ledger = { ...known.after, feed, changed, site: told, slices: publication.slices }
  const locate = settingLocator(site, known.places, manuscripts)
  const guarding = {
    ...{ before, after, publication, at, locate, drafts: left },
    committed: committed && isBinding(committed, urls) ? committed : undefined,
    inferredSlugs: new Map(manuscripts.map(({ path, inferredSlug }) => [path, inferredSlug])),
  }
  const stops = guarded ? guardLedger(guarding) : []
  return {
    publication,
    ledger: { ...(before && { before }), after },
    problems: inOrder([...problems, ...stops], seeds),
    ...rest,
  }
}

/** Without articles there is none to guess a language from: where nobody wrote one, it stays as it was. */
function keepLanguage(
  settings: SiteSettings,
  articles: readonly unknown[],
  before: Ledger | undefined,
): SiteSettings {
  const isKnown = articles.length === 0 && before !== undefined && before.entries.length > 0
  return isKnown ? { language: before.feed.language, ...settings } : settings
}

/** macOS may give file names decomposed, and any system in any order; ids and links must not depend on it. */
function inPathOrder(seeds: readonly Seed[]): Seed[] {
  return seeds
    .map((seed) => ({ ...seed, path: seed.path.normalize('NFC') }))
    .sort((a, b) => compareText(a.path, b.path))
}

/** What articles may show. */
function assetSeeds(kinds: ReadonlyMap<SeedKind, readonly Seed[]>): readonly Seed[] {
  return [...(kinds.get('image') ?? []), ...(kinds.get('media') ?? [])]
}

/** The paths of all that is neither read as text nor shown. */
function unused(kinds: ReadonlyMap<SeedKind, readonly Seed[]>, assets: readonly Asset[]): readonly string[] {
  const shown = new Set(assets.map(({ path }) => path))
  return [...assetSeeds(kinds), ...(kinds.get('other') ?? [])]
    .map(({ path }) => path)
    .filter((path) => !shown.has(path))
    .sort(compareText)
}

function inOrder(problems: readonly Problem[], seeds: readonly Seed[]): readonly Problem[] {
  const there = new Set(seeds.map(({ path }) => path))
  return problems.map((problem) => completeProblem(problem, there.has(problem.path))).sort(compareProblems)
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
