import { compareText } from '../../model/compare-text.ts'
import type { Instant } from '../../model/instant.ts'
import type { Ledger } from '../../model/ledger.ts'
import type { Digest } from '../../model/runtime.ts'
import type { Seed } from '../../model/seed.ts'
import { BODY_FORMATS, type BodyFormat } from '../article/body-formats.ts'
import type { Identity } from '../article/finish-article.ts'
import type { SeedContext } from '../article/parse-seed.ts'
import type { ParsedArticle } from '../article/parsed-article.ts'
import type { ReadSeed } from '../article/read-seed.ts'
import { createReferences, type ReferenceIndex } from '../article/references.ts'
import type { AssetParser } from '../assets/asset-registry.ts'
import type { DetectLanguage } from '../prose/language.ts'
import type { ArticleTable } from '../settings/article-keys.ts'
import { frontMatterKeys } from '../settings/article-settings.ts'
import { mergeSettings } from '../settings/inherit-settings.ts'
import { isArticleKey } from '../settings/known-keys.ts'
import { readArticleSettings } from '../settings/read-article-settings.ts'
import { CURRENT_RULES } from '../settings/reading-rules.ts'
import { type ParsedSite, parseSite } from '../settings/site-settings.ts'
import { type HandedDown, type HandingDown, handDown } from '../settings/withholding/hand-down.ts'
import { keepBundles } from '../settings/withholding/keep-bundles.ts'
import { readWishes } from '../settings/withholding/read-wishes.ts'
import { isInDraftsFolder } from '../source/article-path.ts'
import { type SeedKind, seedKind } from '../source/seed-kind.ts'
import { type IdentifiedArticles, identifyArticles } from './identify-articles.ts'

/** Options for reading a folder. */
export interface PublicationOptions {
  /** The moment of the publication. Articles with a later date are not shown yet. */
  readonly at: Instant
  /** Replaces the site's own address. */
  readonly url?: string | undefined
  /** Whether drafts are published too, marked as drafts and not recorded in the ledger. */
  readonly drafts?: boolean
  /** Whether changes that would harm subscribers are reported. Default: true. A preview has no subscribers. */
  readonly guarded?: boolean
  /** The ledger in version control. No entry of it may be lost. */
  readonly committed?: Ledger | undefined
  readonly digest: Digest
  /** Detects the language of texts that do not state it. Default: with the detector loaded at once. */
  readonly detectLanguage?: DetectLanguage
  /** The notations of articles. */
  readonly formats?: readonly BodyFormat[]
  /** The keys that front matter may have. */
  readonly keys?: ArticleTable
}

/** A folder whose settings are read, but not its articles. */
export interface OpenFolder {
  /** In the order of their paths. */
  readonly seeds: readonly Seed[]
  readonly kinds: ReadonlyMap<SeedKind, readonly Seed[]>
  readonly site: ParsedSite
  /** The context in which each article is read. */
  readonly context: SeedContext
  /** The settings that folders hand down to their articles. */
  readonly folders: HandingDown
}

/** The files of a folder. */
export interface SeedFolder {
  readonly seeds: readonly Seed[]
  /** The name of the folder of articles. Some tools name a file of settings after it. */
  readonly name?: string
  /** Symbolic links: the path of the target in the folder, by the path of the link. */
  readonly links?: ReadonlyMap<string, string>
}

/** Reads the settings of a folder. The order of its seeds does not matter. */
export function openFolder(
  folder: SeedFolder,
  options: PublicationOptions,
  detectLanguage: DetectLanguage,
): OpenFolder {
  const { at, url, drafts = false, digest, formats = BODY_FORMATS, keys: table } = options
  const seeds = inPathOrder(folder.seeds)
  const kinds = Map.groupBy(seeds, ({ path }) => seedKind(path, formats))
  const site = parseSite(kinds.get('settings')?.[0], { url })
  const { timezone } = site.settings
  const articles = (kinds.get('article') ?? []).map(({ path }) => path)
  const folders = handDown(kinds.get('defaults') ?? [], articles, {
    rootName: folder.name ?? '',
    at,
    timezone,
  })
  const keys = frontMatterKeys(timezone, table)
  const ofFolders = followLinks(folders.handedDown, folder.links)
  const inBundles = keepBundles(kinds.get('article') ?? [], ofFolders, ({ path }, text) => {
    const reader = { keys, rules: CURRENT_RULES, markup: 'none' as const, inherited: ofFolders[path] ?? {} }
    const { isDraft, settings } = readArticleSettings(text, path, reader)
    const { published = at, expires } = settings ?? {}
    return isInDraftsFolder(path) || isDraft || published > at || (expires !== undefined && expires <= at)
  })
  const handedDown = followLinks(inBundles, folder.links)
  const context = { keys, timezone, drafts, digest, detectLanguage, formats, handedDown }
  return { seeds, kinds, site, context, folders }
}

/**
 * Merges what a symbolic link inherits with what its target inherits. The link's own settings win if they withhold the
 * page; otherwise those of the target win.
 */
function followLinks(handedDown: HandedDown, links: ReadonlyMap<string, string> = new Map()): HandedDown {
  const pairs = [...links].flatMap(([path, target]): [string, HandedDown[string]][] => {
    const [here, there] = [handedDown[path] ?? {}, handedDown[target]]
    if (there === undefined) return []
    const isKeptHere = readWishes({ data: here }, isArticleKey).page !== undefined
    return [[path, isKeptHere ? mergeSettings(there, here) : mergeSettings(here, there)]]
  })
  return { ...handedDown, ...Object.fromEntries(pairs) }
}

/** A parsed article with its identity. */
export interface NamedArticle {
  readonly path: string
  readonly parsedArticle: ParsedArticle
  readonly identity: Identity
}

/** A folder whose articles are read and identified, but not finished. */
export interface IdentifiedFolder extends OpenFolder {
  readonly read: readonly ReadSeed[]
  readonly parsedArticles: readonly ParsedArticle[]
  readonly known: IdentifiedArticles
  readonly named: readonly NamedArticle[]
  /** The targets of the articles' references. */
  readonly referenceIndex: ReferenceIndex
}

/** Identifies the articles that were read. */
export function identifyFolder(
  folder: OpenFolder,
  read: readonly ReadSeed[],
  { at, guarded = true }: Pick<PublicationOptions, 'at' | 'guarded'>,
  parse: AssetParser,
): IdentifiedFolder {
  const { kinds, site } = folder
  const parsedArticles = read.flatMap(({ parsedArticle }) => parsedArticle ?? [])
  const candidates = read.flatMap(({ candidate }) => candidate ?? [])
  const identifying = { site: site.settings, urls: [site.settings.url, site.ownUrl], at, guarded }
  const known = identifyArticles(parsedArticles, candidates, kinds.get('ledger')?.[0], identifying)
  const named = parsedArticles.flatMap((parsedArticle): NamedArticle[] => {
    const identity = known.identities.get(parsedArticle.path)
    return identity === undefined ? [] : [{ path: parsedArticle.path, parsedArticle, identity }]
  })
  const addressed = named.map(({ path, identity }) => ({ path, slug: identity.slug }))
  const referenceIndex = createReferences(site.settings, addressed, assetSeeds(kinds), parse)
  return { ...folder, read, parsedArticles, known, named, referenceIndex }
}

/** Returns the pictures and other files that articles may show. */
export function assetSeeds(kinds: ReadonlyMap<SeedKind, readonly Seed[]>): readonly Seed[] {
  return [...(kinds.get('image') ?? []), ...(kinds.get('media') ?? [])]
}

/**
 * Sorts seeds by path. macOS may decompose file names, and systems list files in any order; ids and links must not
 * depend on either.
 */
function inPathOrder(seeds: readonly Seed[]): Seed[] {
  return seeds.map(composed).sort((a, b) => compareText(a.path, b.path))
}

/** Puts a seed's path into NFC. A seed with such a path is returned unchanged, because a copy would read its bytes. */
function composed(seed: Seed): Seed {
  const path = seed.path.normalize('NFC')
  return path === seed.path ? seed : { ...seed, path }
}
