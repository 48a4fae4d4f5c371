import picomatch from 'picomatch'
import type { Problem } from '../../../model/problem.ts'
import { isInDraftsFolder } from '../../source/article-path.ts'
import type { Position } from '../../source/position.ts'
import { foldKeys } from '../fold-keys.ts'
import { parseFrontMatter } from '../front-matter.ts'
import { parseJsonSettings } from '../json-settings.ts'
import { isSettingsMap, NO_SETTINGS, type ParsedSettings, type SettingsSource } from '../settings-source.ts'
import { parseTomlSettings } from '../toml-settings.ts'
import { parseYamlSettings } from '../yaml-settings.ts'
import { ignoreMatcher, LONGEST_GLOB, MOST_PATTERNS, matcher } from './file-patterns.ts'
import type { FolderFile } from './folder-files.ts'
import { judgeCode } from './judge-code.ts'
import type { KeyPath } from './read-wishes.ts'
import { tellUnreadRules } from './unread-rules.ts'

/** Settings that are handed down to some articles. */
export interface Grant {
  /** With names in lower case. */
  readonly data: Readonly<Record<string, unknown>>
  readonly applies: (path: string) => boolean
  /** The name of the article, if it is for a single one. */
  readonly name?: string
  /** Whether it is for all articles in its scope, so that it need not match any. */
  readonly isForAll: boolean
  /** Its scope, as a message names it. */
  readonly target: string
  /** Its depth below the root. */
  readonly depth: number
  readonly locate: (keys: KeyPath) => Position | undefined
  /** Returns names with their original spelling. */
  readonly spell: (keys: readonly PropertyKey[]) => readonly PropertyKey[]
}

/** The settings that a file hands down, and its problems. */
export interface ReadGrants {
  readonly grants: readonly Grant[]
  readonly problems: readonly Problem[]
}

/**
 * Reads the settings that a file hands down to articles, which it selects by their paths. A file that cannot be parsed
 * is an error, because it may withhold articles.
 */
export function readGrants(
  path: string,
  text: string,
  file: FolderFile,
  articles: readonly string[],
): ReadGrants {
  if (file.kind === 'ignored files') return { grants: ignoredIn(text), problems: [] }
  if (file.kind === 'code') return { grants: [], problems: judgeCode(path, text, file.json) }
  const { settings, problems } = parse(path, text, file)
  if (settings === undefined) return { grants: [], problems }
  const { source: folded, problems: doubles } = foldKeys(settings)
  const source = file.kind === 'Hugo config' ? within(folded, file.above) : folded
  const told = doubles.map(({ position, ...problem }): Problem => ({ path, ...position, ...problem }))
  const isOfSite = file.kind === 'Hugo config' || file.kind === 'Jekyll config'
  const unread = isOfSite ? tellUnreadRules(path, source, file.kind, articles) : []
  return { grants: grantsOf(source, file), problems: [...problems, ...told, ...unread] }
}

/**
 * Nests the settings of a Hugo file below the names that they have in a single file. A `draft`, which settles unclear
 * settings, stays at the top.
 */
function within(source: SettingsSource, above: readonly string[]): SettingsSource {
  if (above.length === 0) return source
  const { draft, ...rest } = source.data
  const nested = above.reduceRight<SettingsSource['data']>((data, name) => ({ [name]: data }), rest)
  const split = (keys: readonly PropertyKey[]) => (keys[0] === above[0] ? above.length : 0)
  const inner = (keys: readonly PropertyKey[]) => keys.slice(split(keys))
  const outer = (keys: readonly PropertyKey[]) => keys.slice(0, split(keys))
  return {
    data: draft === undefined ? nested : { ...nested, draft },
    locate: (keys, part) => source.locate(inner(keys), part),
    spell: (keys) => [...outer(keys), ...(source.spell?.(inner(keys)) ?? inner(keys))],
  }
}

function parse(
  path: string,
  text: string,
  { kind }: FolderFile,
): { readonly settings?: SettingsSource; readonly problems: readonly Problem[] } {
  if (kind === 'folder page') return parseFrontMatter(text, path)
  const read: (source: string, firstLine: number) => ParsedSettings = /\.toml$/i.test(path)
    ? parseTomlSettings
    : /\.ya?ml$/i.test(path)
      ? parseYamlSettings
      : parseJsonSettings
  const { settings, problems } = read(text, 1)
  return {
    ...(settings && { settings }),
    problems: problems.map(({ position, ...problem }) => ({ path, ...position, ...problem })),
  }
}

function grantsOf(
  source: SettingsSource,
  file: Exclude<FolderFile, { kind: 'code' | 'ignored files' }>,
): readonly Grant[] {
  const { data } = source
  switch (file.kind) {
    case 'article data':
      return [
        {
          ...grant(source, [], data),
          name: file.name,
          applies: () => false,
          isForAll: true,
          depth: Number.MAX_SAFE_INTEGER,
        },
      ]
    case 'folder data':
      return [{ ...grant(source, [], data), ...below(file.folder) }]
    case 'folder page':
      return [
        { ...grant(source, [], ownOf(data)), ...below(file.folder) },
        ...cascadesOf(source, file.folder),
      ].map((each) => inLanguage(each, file.language))
    case 'Hugo config':
      return [...siteOf(source), ...cascadesOf(source, ''), ...excludesOf(source, 'ignored_content')]
    case 'Jekyll config':
      return [...siteOf(source), ...defaultsOf(source), ...excludesOf(source, 'exclude')]
  }
}

function grant(source: SettingsSource, above: readonly PropertyKey[], data: Grant['data']) {
  const locate: Grant['locate'] = (keys) => source.locate([...above, ...keys], 'name')
  const spell: Grant['spell'] = (keys) => source.spell?.([...above, ...keys]).slice(above.length) ?? keys
  return { data, locate, spell, target: 'this folder' }
}

function below(folder: string): Pick<Grant, 'applies' | 'isForAll' | 'depth'> {
  const applies = (path: string) => folder === '' || path.startsWith(`${folder}/`)
  return { applies, isForAll: true, depth: folder === '' ? 0 : folder.split('/').length }
}

/** Limits the settings of a folder's page in one language, `_index.de.md`, to the articles in that language. */
function inLanguage(grant: Grant, language: string | undefined): Grant {
  if (language === undefined) return grant
  const mark = new RegExp(`\\.${language}\\.[^./]+$`, 'i')
  return { ...grant, applies: (path) => grant.applies(path) && mark.test(path) }
}

/**
 * The keys that a folder's page applies to itself and, in Zola, to everything below it. Other keys concern only the
 * page.
 */
const OWN: ReadonlySet<string> = new Set([
  ...['draft', 'isdraft', 'is_draft', 'published', 'publish', 'private', 'hidden', 'unpublished', 'status'],
  ...['visibility', 'password'],
])

function ownOf(data: Grant['data']): Grant['data'] {
  return Object.fromEntries(Object.entries(data).filter(([name]) => OWN.has(name)))
}

/** Reads `draft` at the top of a site's settings, which settles the unclear settings below it. */
function siteOf(source: SettingsSource): readonly Grant[] {
  const { draft } = source.data
  return draft === undefined ? [] : [{ ...grant(source, [], { draft }), ...below('') }]
}

/** Reads Eleventy's list of ignored files: one pattern per line. */
function ignoredIn(text: string): readonly Grant[] {
  const written = text.split('\n').map((each, index) => ({ line: index + 1, glob: each.trim() }))
  const patterns = written.filter(({ glob }) => glob !== '' && !glob.startsWith('#'))
  return patterns.slice(0, MOST_PATTERNS).map(({ line, glob }, index) => ({
    ...leftOut(NO_SETTINGS, '', glob, isLast(index) ? ofAll : ignoreMatcher(glob)),
    locate: () => ({ line, column: 1 }),
  }))
}

/** Reads Hugo's `cascade`: a map or a list of maps, each with an optional target. */
function cascadesOf(source: SettingsSource, folder: string): readonly Grant[] {
  const cascade = source.data['cascade']
  const all: readonly unknown[] = Array.isArray(cascade) ? cascade : [cascade]
  return all.flatMap((each, index): Grant[] => {
    if (!isSettingsMap(each)) return []
    const keys: readonly PropertyKey[] = Array.isArray(cascade) ? ['cascade', index] : ['cascade']
    const { _target, target = _target, params, ...data } = each
    const own = { ...data, ...(isSettingsMap(params) && { params }) }
    const { applies, depth } = below(folder)
    const asked = isSettingsMap(target) ? target : {}
    const { path: glob, kind } = asked
    // A cascade for list pages applies to no article.
    if (typeof kind === 'string' && !picomatch.isMatch('page', kind.slice(0, LONGEST_GLOB).toLowerCase()))
      return []
    const made = { ...grant(source, keys, own), depth }
    if (typeof glob !== 'string') return [{ ...made, applies, isForAll: true }]
    const matches = matcher(glob)
    const isFor = (path: string) => applies(path) && matches(path)
    return [{ ...made, applies: isFor, isForAll: false, target: glob }]
  })
}

/** Reads Jekyll's front matter defaults. */
function defaultsOf(source: SettingsSource): readonly Grant[] {
  const defaults = source.data['defaults']
  if (!Array.isArray(defaults)) return []
  return defaults.flatMap((each: unknown, index): Grant[] => {
    if (!isSettingsMap(each) || !isSettingsMap(each['values'])) return []
    const scope = isSettingsMap(each['scope']) ? each['scope'] : {}
    const path = typeof scope['path'] === 'string' ? scope['path'] : ''
    const isOfDrafts = scope['type'] === 'drafts'
    const matches = matcher(path)
    const applies = (article: string) =>
      (path === '' || matches(article)) && (!isOfDrafts || isInDraftsFolder(article))
    const made = grant(source, ['defaults', index, 'values'], each['values'])
    return [{ ...made, applies, isForAll: path === '' || isOfDrafts, target: path, depth: 0 }]
  })
}

/** Reads the patterns that Jekyll or Zola leaves out of the site. */
function excludesOf(source: SettingsSource, name: string): readonly Grant[] {
  const excluded = source.data[name]
  const all: readonly unknown[] = Array.isArray(excluded) ? excluded : [excluded]
  const globs = all.filter((each) => typeof each === 'string')
  return globs.slice(0, MOST_PATTERNS).map((each, index) => {
    const glob = each.includes('/') || name === 'exclude' ? each : `**/${each}`
    return leftOut(source, name, each, isLast(index) ? ofAll : matcher(glob))
  })
}

/**
 * The number of patterns is bounded, so that the build stays fast. The last one that is read counts as matching all
 * articles, so that nothing is published by mistake.
 */
const isLast = (index: number): boolean => index === MOST_PATTERNS - 1
const ofAll = (): boolean => true

function leftOut(source: SettingsSource, name: string, target: string, applies: Grant['applies']): Grant {
  return { ...grant(source, [name], { draft: true }), applies, isForAll: true, target, depth: 0 }
}
