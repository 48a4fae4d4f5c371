import type { Problem } from '../../model/problem.ts'
import type { Seed } from '../../model/seed.ts'
import { articleName } from '../article-path.ts'
import { decodeText } from '../decode-text.ts'
import type { HandedDown } from '../parse-seed.ts'
import { MOST_TEXT_BYTES } from '../seed-size.ts'
import { mergeSettings } from '../settings/inherit-settings.ts'
import { isArticleKey } from '../settings/known-keys.ts'
import { tellTooLarge } from '../tell-too-large.ts'
import { folderFileOf } from './folder-files.ts'
import { type Grant, readGrants } from './read-grants.ts'
import { readWishes, WITHHOLDING_NAMES } from './read-wishes.ts'

/** What a folder hands down to its articles, and what is wrong with the files that say it. */
export interface HandingDown {
  readonly handedDown: HandedDown
  readonly problems: readonly Problem[]
  /** The paths of the files that were read. */
  readonly read: readonly string[]
}

/**
 * Reads what the files of folders hand down to the articles below them, of all that keeps an article back: the outermost
 * first, so that what is nearer counts. `rootName` is the name of the folder of articles.
 */
export function handDown(files: readonly Seed[], articles: readonly string[], rootName: string): HandingDown {
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
    const said = readGrants(seed.path, text, file)
    problems.push(...textProblems, ...said.problems)
    for (const grant of said.grants) {
      problems.push(...tellUnclear(seed.path, grant))
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

/** Each article looks through what is for many, and finds at once what is for it alone. */
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

/** Of settings, those that keep something back or say that nothing is to be kept back. */
function onlyWishes({ data, spell }: Grant): Grant['data'] {
  return Object.fromEntries(
    Object.entries(data).filter(([name, value]) => {
      const { page, entry, unclear } = readWishes({ data: { [name]: value }, spell }, isArticleKey)
      const isKept = page !== undefined || entry !== undefined
      // What is unclear is told of once, where it stands.
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

function tellUnmet(path: string, { locate, target }: Grant): Problem {
  const message = `This is for ${target}, and no article is there. Correct the path, which begins at the folder of articles.`
  return { severity: 'stop', path, ...locate([]), message }
}
