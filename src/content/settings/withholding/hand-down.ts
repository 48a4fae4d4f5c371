import type { Instant } from '../../../model/instant.ts'
import type { Problem } from '../../../model/problem.ts'
import type { Seed } from '../../../model/seed.ts'
import { articleName } from '../../source/article-path.ts'
import { decodeText } from '../../source/decode-text.ts'
import { MOST_TEXT_BYTES } from '../../source/seed-size.ts'
import { tellTooLarge } from '../../source/tell-too-large.ts'
import { ARTICLE_KEYS } from '../article-keys.ts'
import { mergeSettings } from '../inherit-settings.ts'
import { isArticleKey, knownNames } from '../known-keys.ts'
import { parseMoment } from '../parse-moment.ts'
import { isSettingsMap } from '../settings-source.ts'
import { folderFileOf } from './folder-files.ts'
import { type Grant, readGrants } from './read-grants.ts'
import { readWishes, WITHHOLDING_NAMES } from './read-wishes.ts'
import { switchValue } from './switch-value.ts'

/** Inherited settings with names in lower case, by the path of the article. */
export type HandedDown = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** The settings that folders hand down to their articles, and the problems of the files that hold them. */
export interface HandingDown {
  readonly handedDown: HandedDown
  readonly problems: readonly Problem[]
  /** The paths of the files that were read. */
  readonly read: readonly string[]
}

/** The context of the folder of articles. */
export interface FolderContext {
  readonly rootName: string
  /** The moment of the publication. */
  readonly at: Instant
  readonly timezone: string
}

/**
 * Reads the withholding settings that files of folders hand down to the articles below them. They are applied from the
 * outermost folder inwards, so that the nearest one wins.
 */
export function handDown(
  files: readonly Seed[],
  articles: readonly string[],
  { rootName, at, timezone }: FolderContext,
): HandingDown {
  const paths = new Set([...files.map(({ path }) => path), ...articles])
  const problems: Problem[] = []
  const grants: Grant[] = []
  const read: string[] = []
  for (const seed of files) {
    const file = folderFileOf(seed.path, (path) => paths.has(path), rootName)
    if (file === undefined) continue
    read.push(seed.path)
    const tooLarge = tellTooLarge(seed, MOST_TEXT_BYTES, 'Keep in it only what is said of articles.')
    if (tooLarge) problems.push(tooLarge)
    if (tooLarge) continue
    if (file.kind === 'code' && paths.has(file.json)) continue
    const { text, problems: textProblems } = decodeText(seed)
    const said = readGrants(seed.path, text, file, articles)
    problems.push(...textProblems, ...said.problems)
    for (const grant of said.grants) {
      problems.push(...tellUnclear(seed.path, grant), ...tellMoments(seed.path, grant, at, timezone))
      const wishes = onlyWishes(grant)
      if (Object.keys(wishes).length === 0) continue
      const isMet = grant.isForAll || articles.some(grant.applies)
      if (!isMet) problems.push(tellUnmet(seed.path, grant))
      grants.push({ ...grant, data: wishes })
    }
  }
  grants.sort((a, b) => a.depth - b.depth)
  return { handedDown: assign(grants, articles), problems, read }
}

/** Each article tests the grants for many articles, and looks up the grants for it alone. */
function assign(grants: readonly Grant[], articles: readonly string[]): HandedDown {
  const many = grants.filter(({ name }) => name === undefined)
  const single = Map.groupBy(
    grants.filter(({ name }) => name !== undefined),
    ({ name }) => name,
  )
  const pairs = articles.flatMap((path): [string, HandedDown[string]][] => {
    const own = [...many.filter(({ applies }) => applies(path)), ...(single.get(articleName(path)) ?? [])]
    const merged = own.reduce<HandedDown[string]>((below, { data }) => mergeSettings(below, data), {})
    return own.length === 0 ? [] : [[path, merged]]
  })
  return Object.fromEntries(pairs)
}

/** Keeps only settings that withhold something or say that nothing is withheld. */
function onlyWishes({ data, spell }: Grant): Grant['data'] {
  return Object.fromEntries(
    Object.entries(data).filter(([name, value]) => {
      const { page, entry, unclear } = readWishes({ data: { [name]: value }, spell }, isArticleKey)
      const isKept = page !== undefined || entry !== undefined
      // An unclear setting is reported once, where it stands.
      return isKept || (unclear.length === 0 && WITHHOLDING_NAMES.has(name))
    }),
  )
}

function tellUnclear(path: string, { data, locate, spell }: Grant): readonly Problem[] {
  return readWishes({ data, spell }, isArticleKey).unclear.map((keys): Problem => {
    const told = `"${spell(keys).map(String).join('.')}" may mean that the articles of this folder are not for everybody, and we do not know it.`
    const mend = 'Write draft: true beside it to keep them back, or draft: false to publish them.'
    return { severity: 'stop', path, ...locate(keys), message: `${told} ${mend}` }
  })
}

/**
 * Warns of moments in a folder's settings. They are not handed down: if they withhold articles, the writer must write
 * them in the articles.
 */
function tellMoments(
  path: string,
  { data, locate, spell }: Grant,
  at: Instant,
  timezone: string,
): readonly Problem[] {
  const isAhead = (written: unknown): boolean => {
    const parsed = parseMoment(String(written), timezone)
    return !('moment' in parsed) || parsed.moment > at
  }
  return momentKeys(data).flatMap(([keys, value, ends]): Problem[] => {
    if (value === null || value === '' || (!ends && !isAhead(value))) return []
    const told = `"${spell(keys).map(String).join('.')}" is only read in articles, and the articles of this folder would be published all the same.`
    return [
      {
        severity: 'stop',
        path,
        ...locate(keys),
        message: `${told} Write it in each of them, or draft: true here.`,
      },
    ]
  })
}

const [BEGINS, ENDS] = (['published', 'expires'] as const).map(
  (setting) => new Set(knownNames(ARTICLE_KEYS).names[setting].map((name) => name.toLowerCase())),
)

/** Returns the keys that say when articles appear or, with `ends`, when they disappear. */
function momentKeys(
  data: Grant['data'],
): readonly (readonly [keys: readonly string[], value: unknown, ends: boolean])[] {
  return Object.entries(data).flatMap(([name, value]): (readonly [string[], unknown, boolean])[] => {
    if (name === 'params' && isSettingsMap(value))
      return momentKeys(value).map(([keys, inner, ends]) => [[name, ...keys], inner, ends] as const)
    if (isSettingsMap(value) || switchValue(value) !== undefined) return []
    if (ENDS?.has(name)) return [[[name], value, true] as const]
    return BEGINS?.has(name) ? [[[name], value, false] as const] : []
  })
}

function tellUnmet(path: string, { locate, target }: Grant): Problem {
  const message = `This is for ${target}, and no article is there. Correct the path, which begins at the folder of articles.`
  return { severity: 'stop', path, ...locate([]), message }
}
